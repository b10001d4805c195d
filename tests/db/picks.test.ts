import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { saveAssets } from "@/lib/asset/commands";
import { assetInput } from "@/lib/asset/schema";
import { listPicks } from "@/lib/catalogue/pick/queries";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import { saveDeals } from "@/lib/deal/commands";
import { licence, someRecords } from "../support/deals";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

const named = (name: string, kind: string, lang: string) => ({ id: uuid(), name, kind, lang });

test("a company is found by any of its names, in any width and case, words in any order", () =>
  rolledBack(analyst, async (ctx) => {
    await saveCompanies(ctx, [
      companyInput.parse({
        ...{ name: "Hutch Pharma", country: "CN", kind: "BIOTECH" },
        names: [named("和黄医药", "NATIVE", "zh-Hans"), named("Chi-Med Old", "FORMER", "en")],
      }),
    ]);
    const asked = { ...ctx, actor: viewer };
    for (const text of ["hutch", "ＨＵＴＣＨ", "pharma hutch", "和黄", "和", "chi-med"]) {
      const [first] = await listPicks(asked, "companies", text);
      expect(first, text).toMatchObject({ label: "Hutch Pharma", mark: "CN" });
    }
    const [byFormer] = await listPicks(asked, "companies", "chi-med");
    expect(byFormer).toMatchObject({ other: "Chi-Med Old" });
    expect(await listPicks(asked, "companies", "")).toEqual([]);
  }));

test("the name that is typed comes first", () =>
  rolledBack(analyst, async (ctx) => {
    const names = ["Nova Pharma", "Nova", "Novartis"];
    await saveCompanies(
      ctx,
      names.map((name) => companyInput.parse({ name, country: "CH", kind: "PHARMA" })),
    );
    const picks = await listPicks(ctx, "companies", "nova");
    expect(picks.map(({ label }) => label)).toEqual(["Nova", "Novartis", "Nova Pharma"]);
  }));

test("an asset is found by its code and its brand, a deal by its companies", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    await saveDeals(ctx, [licence(records)]);
    await saveAssets(ctx, [
      assetInput.parse({
        ...{ name: "zetuximab", modality: "MAB" },
        names: [named("ZET-101", "CODE", "en"), named("Zetuxa", "BRAND", "en")],
      }),
    ]);
    expect(await listPicks(ctx, "assets", "zet-101")).toMatchObject([
      { label: "zetuximab", other: "ZET-101", mark: "MAB" },
    ]);
    expect(await listPicks(ctx, "deals", "northern southern")).toMatchObject([
      { label: "NL-001 in Japan", mark: "2024-11" },
    ]);
  }));

test.each(["'); --", '"', "%", "_", "\\", "(", "\ud83d", "x".repeat(200)])(
  "%j finds nothing and breaks nothing",
  (text) =>
    rolledBack(analyst, async (ctx) => {
      await someRecords(ctx);
      for (const noun of ["companies", "assets", "deals"] as const) {
        expect(await listPicks(ctx, noun, text.replace(/\p{Cs}/gu, "")), noun).toEqual([]);
      }
    }),
);
