import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { saveAssets, withdrawAsset } from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { purgeCompany, saveCompanies, withdrawCompany } from "@/lib/company/commands";
import { loadCompanyDocs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { restoreDeal, saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { findIdBySlug } from "@/lib/record/queries";
import { licence, someRecords } from "../support/deals";
import { is } from "../support/is";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";

const takeda = {
  ...{ name: "Takeda", country: "JP", kind: "PHARMA", website: "takeda.com", foundedYear: "1781" },
  names: [{ id: uuid(), name: "武田薬品工業", lang: "ja", kind: "NATIVE" }],
  identifiers: [{ id: uuid(), scheme: "TICKER", value: "TSE:4502" }],
};

async function saved(ctx: Ctx, fields: object = takeda) {
  const [company] = await saveCompanies(ctx, [companyInput.parse(fields)]);
  const { id } = is(company);
  return is((await loadCompanyDocs(ctx, [id])).get(id));
}

describe("a company", () => {
  test("is kept with every name, and reads back as it was saved", () =>
    rolledBack(analyst, async (ctx) => {
      const company = await saved(ctx);
      expect(company).toMatchObject({
        slug: "takeda",
        website: "https://takeda.com",
        foundedYear: 1781,
        names: [{ name: "武田薬品工業", lang: "ja" }],
        identifiers: [{ scheme: "TICKER", value: "TSE:4502" }],
      });
      const [again] = await saveCompanies(ctx, [company]);
      expect(again?.version).toBe(1);
    }));

  test("is not a viewer's to save", () =>
    rolledBack(viewer, async (ctx) => {
      await expect(saved(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }));

  test("that is renamed keeps its old address as a redirect", () =>
    rolledBack(analyst, async (ctx) => {
      const company = await saved(ctx);
      await saveCompanies(ctx, [{ ...company, slug: "takeda-pharmaceutical" }]);
      expect(await findIdBySlug(ctx, "COMPANY", "takeda")).toBe(company.id);
      const other = await saved(ctx, { ...takeda, names: [], identifiers: [] });
      expect(other.slug).toBe("takeda-2");
    }));

  test("cannot take another's listing", () =>
    rolledBack(analyst, async (ctx) => {
      await saved(ctx);
      const copy = {
        ...takeda,
        names: [],
        identifiers: [{ ...takeda.identifiers[0], id: uuid() }],
      };
      await expect(saved(ctx, copy)).rejects.toMatchObject({
        fields: [{ path: "identifiers.0.value", values: { name: "Takeda" } }],
      });
    }));

  test("cannot be its own grandparent", () =>
    rolledBack(analyst, async (ctx) => {
      const parent = await saved(ctx);
      const child = await saved(ctx, {
        name: "Child",
        country: "US",
        kind: "BIOTECH",
        parentId: parent.id,
      });
      await expect(saveCompanies(ctx, [{ ...parent, parentId: child.id }])).rejects.toMatchObject({
        fields: [{ path: "parentId" }],
      });
    }));

  test("that a deal rests on is not withdrawn, nor is its asset", () =>
    rolledBack(analyst, async (ctx) => {
      const records = await someRecords(ctx);
      await saveDeals(ctx, [licence(records)]);
      const because = { version: 1, reason: "Not a company" };
      await expect(
        withdrawCompany(ctx, { id: records.licensor.id, ...because }),
      ).rejects.toMatchObject({ code: "CONFLICT", values: { deals: 1 } });
      await expect(withdrawAsset(ctx, { id: records.asset.id, ...because })).rejects.toMatchObject({
        code: "CONFLICT",
      });
    }));
});

describe("a withdrawn company", () => {
  test("comes back before the deals that rest on it, and is not purged under them", () =>
    rolledBack(admin, async (ctx) => {
      const records = await someRecords(ctx);
      const [deal] = await saveDeals(ctx, [licence(records)]);
      const because = (version: number) => ({ version, reason: "Entered by mistake" });
      await withdrawDeal(ctx, { id: is(deal).id, ...because(1) });
      await withdrawCompany(ctx, { id: records.licensor.id, ...because(1) });
      await expect(restoreDeal(ctx, { id: is(deal).id, version: 2 })).rejects.toMatchObject({
        ...{ code: "CONFLICT", values: { name: "Northern Labs" } },
      });
      await expect(
        purgeCompany(ctx, { id: records.licensor.id, ...because(2) }),
      ).rejects.toMatchObject({ code: "CONFLICT", values: { deals: 1 } });
      await expect(saveDeals(ctx, [licence(records)])).rejects.toMatchObject({
        fields: [{ path: "parties" }],
      });
    }));
});

describe("an asset", () => {
  test("is changed from its latest version only", () =>
    rolledBack(analyst, async (ctx) => {
      const { asset } = await someRecords(ctx);
      const doc = is((await loadAssetDocs(ctx, [asset.id])).get(asset.id));
      const [changed] = await saveAssets(ctx, [{ ...doc, currentStage: "PHASE_3" }]);
      expect(changed?.version).toBe(2);
      await expect(saveAssets(ctx, [{ ...doc, currentStage: "FILED" }])).rejects.toMatchObject({
        code: "CONFLICT",
      });
    }));
});
