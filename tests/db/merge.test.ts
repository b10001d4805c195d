import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { saveAssets } from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { getCompany, loadCompanyDocs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { getDeal, loadDealDocs } from "@/lib/deal/queries";
import { listDuplicates } from "@/lib/quality/duplicate/queries";
import { keepApart, mergeRecords, undoMerge } from "@/lib/quality/merge/commands";
import type { Noun } from "@/lib/record/rules";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

const reason = "One company, entered twice";

/** Two spellings of one company, each with a deal, an asset and a subsidiary that name it. */
async function twice(ctx: Ctx) {
  const records = await someRecords(ctx);
  const [second] = await saveCompanies(ctx, [
    companyInput.parse({
      name: "Northern Laboratories Inc.",
      country: "CN",
      kind: "BIOTECH",
      city: "Suzhou",
      names: [{ id: uuid(), name: "北方实验室", lang: "zh-Hans", kind: "NATIVE" }],
      identifiers: [{ id: uuid(), scheme: "TICKER", value: "HKEX:9990" }],
    }),
  ]);
  const merged = is(second);
  const [asset] = await saveAssets(ctx, [
    assetInput.parse({ name: "NL-002", modality: "ADC", originatorId: merged.id }),
  ]);
  await saveCompanies(ctx, [
    companyInput.parse({
      name: "Northern Sub",
      country: "CN",
      kind: "BIOTECH",
      parentId: merged.id,
    }),
  ]);
  const [deal, other] = await saveDeals(ctx, [
    licence(
      { ...records, licensor: merged },
      {
        title: "Of the second",
        terms: [term({ kind: "UPFRONT", payerId: records.licensee.id, payeeId: merged.id })],
      },
    ),
    licence(records, { title: "Of the first" }),
  ]);
  return {
    records,
    kept: records.licensor,
    merged,
    asset: is(asset),
    deal: is(deal),
    other: is(other),
  };
}

const tables = [
  ["company", "- 'version' - 'updated_at'"],
  ["company_name", ""],
  ["company_identifier", ""],
  ["asset", "- 'version' - 'updated_at'"],
  ["asset_name", ""],
  ["deal", "- 'version' - 'updated_at'"],
  ["deal_party", ""],
  ["deal_asset", ""],
  ["deal_link", ""],
  ["rights_grant", ""],
  ["payment_term", "- 'updated_at'"],
  ["royalty_term", ""],
  ["deal_event", ""],
  ["source", ""],
  ["claim", "- 'created_at'"],
  ["old_slug", ""],
  ["deal_row", "- 'version' - 'updated_at'"],
] as const;

async function hashes(ctx: Ctx): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [table, less] of tables) {
    const [row] = await ctx.db.$queryRawUnsafe<{ hash: string }[]>(
      `SELECT md5(coalesce(string_agg(f, '|' ORDER BY f), '')) AS hash FROM (SELECT (to_jsonb(t) ${less})::text AS f FROM ${table} t) x`,
    );
    found[table] = is(row).hash;
  }
  return found;
}

const merge = (ctx: Ctx, noun: Noun, kept: { id: string; version: number }, merged: typeof kept) =>
  mergeRecords(ctx, {
    noun,
    kept: { id: kept.id, version: kept.version },
    merged: { id: merged.id, version: merged.version },
    reason,
  });

test("a merged company gives its names, listings and references to the one that is kept", () =>
  rolledBack(analyst, async (ctx) => {
    const { kept, merged, asset, deal } = await twice(ctx);
    await merge(ctx, "COMPANY", kept, merged);
    const doc = is((await loadCompanyDocs(ctx, [kept.id])).get(kept.id));
    expect(doc.names.map(({ name }) => name)).toEqual(["Northern Laboratories Inc.", "北方实验室"]);
    expect(doc.identifiers).toMatchObject([{ value: "HKEX:9990" }]);
    expect(doc.city).toBe("Suzhou");
    const moved = is((await loadDealDocs(ctx, [deal.id])).get(deal.id));
    expect(moved.parties.map(({ companyId }) => companyId)).toContain(kept.id);
    expect(moved.terms).toMatchObject([{ payeeId: kept.id }]);
    expect((await loadAssetDocs(ctx, [asset.id])).get(asset.id)?.originatorId).toBe(kept.id);
    expect(await ctx.db.company.count({ where: { parentId: kept.id } })).toBe(1);
  }));

test("the address of what was merged leads to what was kept, until the merge is undone", () =>
  rolledBack(analyst, async (ctx) => {
    const { kept, merged } = await twice(ctx);
    const { id } = await merge(ctx, "COMPANY", kept, merged);
    expect((await getCompany(ctx, merged.slug)).doc.slug).toBe(kept.slug);
    await undoMerge(ctx, { id });
    expect((await getCompany(ctx, merged.slug)).doc.slug).toBe(merged.slug);
  }));

test.each(["COMPANY", "ASSET", "DEAL"] as const)(
  "undoing the merge of a %s leaves every table as it was",
  (noun) =>
    rolledBack(analyst, async (ctx) => {
      const { records, kept, merged, asset, deal, other } = await twice(ctx);
      const pairs = {
        COMPANY: [kept, merged],
        ASSET: [records.asset, asset],
        DEAL: [other, deal],
      } as const;
      const before = await hashes(ctx);
      const [one, two] = pairs[noun];
      const { id } = await merge(ctx, noun, one, two);
      expect(await hashes(ctx)).not.toEqual(before);
      await undoMerge(ctx, { id });
      expect(await hashes(ctx)).toEqual(before);
      await expect(undoMerge(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
    }),
);

test("a link to a deal that was merged leads to the one that is kept", () =>
  rolledBack(analyst, async (ctx) => {
    const { records, deal, other } = await twice(ctx);
    const [third] = await saveDeals(ctx, [
      licence(records, {
        title: "Amends",
        links: [{ id: uuid(), toDealId: deal.id, kind: "AMENDS", note: null }],
      }),
    ]);
    await merge(ctx, "DEAL", other, deal);
    const doc = is((await loadDealDocs(ctx, [is(third).id])).get(is(third).id));
    expect(doc.links).toMatchObject([{ toDealId: other.id }]);
    expect((await getDeal(ctx, deal.slug)).doc.id).toBe(other.id);
  }));

test("what was changed since stands in the way of an undo", () =>
  rolledBack(analyst, async (ctx) => {
    const { kept, merged } = await twice(ctx);
    const { id } = await merge(ctx, "COMPANY", kept, merged);
    const doc = is((await loadCompanyDocs(ctx, [kept.id])).get(kept.id));
    await saveCompanies(ctx, [{ ...doc, city: "Ningbo" }]);
    await expect(undoMerge(ctx, { id })).rejects.toMatchObject({ code: "CONFLICT" });
  }));

test("a stale version, one record twice and a viewer are refused", () =>
  rolledBack(analyst, async (ctx) => {
    const { kept, merged } = await twice(ctx);
    const stale = { ...merged, version: 9 };
    await expect(merge(ctx, "COMPANY", kept, stale)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(merge(ctx, "COMPANY", kept, kept)).rejects.toMatchObject({ code: "INVALID" });
    const reader = { ...ctx, actor: viewer };
    await expect(merge(reader, "COMPANY", kept, merged)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }));

test("two companies of one name, less its legal form, are shown as a pair until a person keeps them apart", () =>
  rolledBack(analyst, async (ctx) => {
    const [a, b] = await saveCompanies(ctx, [
      companyInput.parse({ name: "Zenith Therapeutics, Inc.", country: "US", kind: "BIOTECH" }),
      companyInput.parse({ name: "Zenith Therapeutics", country: "US", kind: "BIOTECH" }),
    ]);
    const ids = [is(a).id, is(b).id].sort();
    const pairs = async () =>
      (await listDuplicates(ctx, "COMPANY")).map((pair) => pair.map(({ id }) => id).sort());
    expect(await pairs()).toContainEqual(ids);
    await keepApart(ctx, { noun: "COMPANY", ids: [ids[1] ?? "", ids[0] ?? ""] });
    expect(await pairs()).not.toContainEqual(ids);
  }));

test("two deals of one pair with one asset, or days apart, are shown as a pair", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    const [a, b] = await saveDeals(ctx, [
      licence(records, { title: "First", announcedOn: "2024-11-02" }),
      licence(records, { title: "Second", announcedOn: "2019-01-05" }),
    ]);
    const ids = [is(a).id, is(b).id].sort();
    const found = await listDuplicates(ctx, "DEAL");
    expect(found.map((pair) => pair.map(({ id }) => id).sort())).toContainEqual(ids);
  }));
