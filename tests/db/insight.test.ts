import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { saveAssets } from "@/lib/asset/commands";
import { getAsset } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { getCompany } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import { type Ctx, scriptContext } from "@/lib/context";
import { saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { getAssetInsight } from "@/lib/insight/asset/queries";
import { getCompanyInsight } from "@/lib/insight/company/queries";
import { getOverview } from "@/lib/insight/overview/queries";
import { getSourceInsight } from "@/lib/insight/source/queries";
import type { Saved } from "@/lib/record/rules";
import { sql } from "@/lib/sql";
import { licence, type SomeRecords, term } from "../support/deals";

// What postgres.js reads is committed: these records stay in the worker's database, under names of their own.
const ctx: Ctx = scriptContext("a test");
const mark = uuid().slice(-8);
const source = {
  id: uuid(),
  kind: "RELEASE",
  publisher: "Northern Labs",
  title: `Release ${mark}`,
  url: `https://example.com/${mark}`,
  grade: "COMPANY_RELEASE",
};

let records: SomeRecords;
let deal: Saved;

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("one was saved");
  return one;
}

/** Money between the two companies: a promise, a pool with two draws, a headline, another currency. */
function someTerms({ licensor, licensee }: SomeRecords) {
  const flow = { payerId: licensee.id, payeeId: licensor.id };
  const pool = uuid();
  const usd = (fields: object) => term({ ...flow, currency: "USD", ...fields });
  const paid = [
    { to: "TRIGGERED", on: "2024-02-01" },
    { to: "PAID", on: "2024-03-01" },
  ];
  return [
    usd({ kind: "UPFRONT", disclosure: "EXACT", min: "400", max: "400", steps: paid }),
    usd({ id: pool, kind: "MILESTONE_POOL", disclosure: "UP_TO", max: "730" }),
    usd({
      kind: "MILESTONE",
      poolId: pool,
      disclosure: "EXACT",
      min: "35",
      max: "35",
      steps: paid,
    }),
    usd({
      kind: "MILESTONE",
      poolId: pool,
      disclosure: "UNDISCLOSED",
      steps: [{ to: "TRIGGERED", on: "2024-11-22" }],
    }),
    usd({
      kind: "MILESTONE",
      disclosure: "EXACT",
      min: "900",
      max: "900",
      steps: [{ to: "SUPERSEDED", on: "2024-12" }],
    }),
    usd({ kind: "HEADLINE", disclosure: "UP_TO", max: "1130" }),
    term({ ...flow, kind: "EQUITY", currency: "JPY", disclosure: "AT_LEAST", min: "5000" }),
    term({ ...flow, kind: "OPTION_FEE", disclosure: "NOT_RESEARCHED" }),
  ];
}

beforeAll(async () => {
  const [licensor, licensee] = await saveCompanies(ctx, [
    companyInput.parse({
      name: `North ${mark}`,
      country: "CN",
      kind: "BIOTECH",
      city: "Shanghai",
      sources: [source],
      claims: [
        { id: uuid(), field: "city", value: "Shanghai", sourceId: source.id, status: "ACCEPTED" },
      ],
    }),
    companyInput.parse({ name: `South ${mark}`, country: "JP", kind: "PHARMA" }),
  ]);
  if (!licensor || !licensee) throw new Error("two companies were saved");
  const asset = first(
    await saveAssets(ctx, [
      assetInput.parse({ name: `NL ${mark}`, modality: "ADC", originatorId: licensor.id }),
    ]),
  );
  records = { licensor, licensee, asset };
  deal = first(
    await saveDeals(ctx, [
      licence(records, {
        title: `NL in Japan ${mark}`,
        status: "ACTIVE",
        terms: someTerms(records),
        grants: [
          {
            id: uuid(),
            granteeId: licensee.id,
            rights: ["DEVELOP"],
            territories: [
              { id: uuid(), mode: "INCLUDE", code: "WORLD" },
              { id: uuid(), mode: "EXCLUDE", code: "GREATER_CHINA" },
            ],
          },
        ],
        sources: [source],
        claims: [
          {
            id: uuid(),
            field: "announcedOn",
            value: "2024-11",
            sourceId: source.id,
            status: "ACCEPTED",
          },
        ],
      }),
    ]),
  );
});

const usd = { currency: "USD" };

test("a company's money is bounds by currency: no draw beside its pool, nothing superseded, headlines apart", async () => {
  const { money, terms } = await getCompanyInsight(ctx, records.licensor);
  expect(money[0]?.parts.promised?.map(({ of, total: { max } }) => [of, max])).toEqual([
    ["UPFRONT", "400"],
    ["MILESTONE_POOL", "730"],
  ]);
  expect(money.map(({ parts: _, ...line }) => line)).toEqual([
    {
      way: "in",
      currency: "USD",
      totals: {
        promised: { ...usd, min: "400", max: "1130", disclosure: "RANGE", disclosed: 2, of: 2 },
        headline: { ...usd, min: null, max: "1130", disclosure: "UP_TO", disclosed: 1, of: 1 },
        triggered: { ...usd, min: null, max: null, disclosure: "UNDISCLOSED", disclosed: 0, of: 1 },
        paid: { ...usd, min: "435", max: "435", disclosure: "EXACT", disclosed: 2, of: 2 },
      },
    },
    {
      way: "in",
      currency: "JPY",
      totals: {
        promised: {
          currency: "JPY",
          min: "5000",
          max: null,
          disclosure: "AT_LEAST",
          disclosed: 1,
          of: 1,
        },
      },
    },
  ]);
  expect(terms.filter(({ measures }) => measures.includes("paid"))).toHaveLength(2);
  expect(terms.filter(({ measures }) => measures.includes("promised"))).toHaveLength(3);
});

test("the payer's page shows the same money the other way", async () => {
  const given = await getCompanyInsight(ctx, records.licensor);
  const taken = await getCompanyInsight(ctx, records.licensee);
  expect(taken.money).toEqual(given.money.map((line) => ({ ...line, way: "out" })));
  expect(taken.counts).toEqual({ deals: 1, given: 0, taken: 1, other: 0 });
  expect(taken.partners.top).toMatchObject([{ slug: records.licensor.slug, given: 0, taken: 1 }]);
});

test("rights are held by the company that the grant names, while the deal stands", async () => {
  const { rights } = await getCompanyInsight(ctx, records.licensee);
  expect(rights).toMatchObject([
    { deal: { slug: deal.slug }, grants: [{ include: ["WORLD"], exclude: ["GREATER_CHINA"] }] },
  ]);
  expect((await getCompanyInsight(ctx, records.licensor)).rights).toEqual([]);
});

test("an asset tells its deals with the stage at signing, and who holds what", async () => {
  const { doc, originator } = await getAsset(ctx, records.asset.slug);
  const { deals, grants } = await getAssetInsight(ctx, doc);
  expect(originator?.slug).toBe(records.licensor.slug);
  expect(deals).toMatchObject([{ slug: deal.slug, stageAtSigning: "PHASE_2" }]);
  expect(grants).toMatchObject([{ grantee: { slug: records.licensee.slug } }]);
});

test("a source tells every record that rests on it", async () => {
  const { resting } = await getSourceInsight(ctx, source.id);
  expect(
    resting.map(({ record, claims }) => [record.slug, claims.map(({ field }) => field)]),
  ).toEqual([
    [deal.slug, ["announcedOn"]],
    [records.licensor.slug, ["city"]],
  ]);
  await expect(getSourceInsight(ctx, "'); --")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getSourceInsight(ctx, uuid())).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an old slug finds the company under its new one; an unknown one is not found", async () => {
  const { doc } = await getCompany(ctx, records.licensor.slug);
  const slug = `renamed-${mark}`;
  await saveCompanies(ctx, [companyInput.parse({ ...doc, slug })]);
  expect((await getCompany(ctx, records.licensor.slug)).doc.slug).toBe(slug);
  records.licensor = { ...records.licensor, slug };
  await expect(getCompany(ctx, "'); --")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a company's group is told from its top, whichever member asks", async () => {
  const [top, middle, leaf] = [uuid(), uuid(), uuid()];
  const member = (id: string, parentId: string | null) =>
    companyInput.parse({ id, name: `G ${id}`, country: "JP", kind: "PHARMA", parentId });
  const saved = await saveCompanies(ctx, [
    member(top, null),
    member(middle, top),
    member(leaf, middle),
  ]);
  for (const { slug } of saved) {
    const { group } = await getCompany(ctx, slug);
    expect(new Map(group.map(({ id, parentId }) => [id, parentId]))).toEqual(
      new Map([
        [top, null],
        [middle, top],
        [leaf, middle],
      ]),
    );
  }
});

test("a withdrawn deal leaves every figure", async () => {
  const before = await getOverview(ctx, "2026-11-24");
  await withdrawDeal(ctx, { id: deal.id, version: deal.version, reason: "entered by mistake" });
  const { money, counts, rights, partners } = await getCompanyInsight(ctx, records.licensee);
  expect({ money, rights, partners: partners.all, deals: counts.deals }).toEqual({
    money: [],
    rights: [],
    partners: 0,
    deals: 0,
  });
  const after = await getOverview(ctx, "2026-11-24");
  expect(after.standings.deals).toBe(before.standings.deals - 1);
  expect(after.paid.all).toBe(before.paid.all - 2);
  expect(after.headline.total.disclosed).toBe(before.headline.total.disclosed - 1);
});

test("the kept totals follow every write: they hold what the rows do", async () => {
  const wrong = await sql`
    SELECT year, giving, taking, types, stages FROM (
      SELECT 1 AS sign, t.* FROM deal_total t UNION ALL SELECT -1, s.* FROM deal_total_source s
    ) AS both_sides GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign * deals) <> 0 OR sum(sign * headline_max) <> 0 OR sum(sign * paid) <> 0
      OR sum(sign * (headline_open + headline_disclosed + upfront_disclosed + unverified)) <> 0`;
  expect([...wrong]).toEqual([]);
  const [kept] = await sql`SELECT sum(deals)::int AS deals FROM deal_total`;
  const [rows] = await sql`SELECT count(*)::int AS deals FROM deal_row`;
  expect(kept).toEqual(rows);
});
