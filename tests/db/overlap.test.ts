import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { restoreDeal, saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { editDeals } from "@/lib/deal/edit/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { licence, type SomeRecords, someRecords } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

type Fields = { include: string[]; exclusivity?: string; field?: string; condition?: string };

/** A licence of the asset whose grant says this. */
function granting(records: SomeRecords, { include, condition, ...fields }: Fields) {
  const territories = include.map((code) => ({
    ...{ id: uuid(), mode: "INCLUDE", code, wording: null },
    condition: condition ?? null,
  }));
  const grant = {
    ...{ id: uuid(), granteeId: records.licensee.id, exclusivity: "EXCLUSIVE", field: null },
    ...{ wording: null, territories },
    ...fields,
  };
  return licence(records, { title: `In ${include.join()}`, grants: [grant], status: "ACTIVE" });
}

/** A first licence of Japan, and another company that may take one. */
async function japan(ctx: Ctx) {
  const records = await someRecords(ctx);
  const [other] = await saveCompanies(ctx, [
    companyInput.parse({ name: "Western Pharma", country: "US", kind: "PHARMA" }),
  ]);
  const [first] = await saveDeals(ctx, [granting(records, { include: ["JP"] })]);
  return { records, others: { ...records, licensee: is(other) }, first: is(first) };
}

/** The titles of the deals whose grants are kept as overlapping another deal's. */
async function overlapping(ctx: Ctx) {
  const rows = await ctx.db.dealWarning.findMany({
    where: { code: "grantsOverlapDeals" },
    select: { deal: { select: { title: true } } },
  });
  return rows.map(({ deal }) => deal.title).sort();
}

test("two deals that give different companies one place exclusively are both kept as doubtful", () =>
  rolledBack(analyst, async (ctx) => {
    const { others } = await japan(ctx);
    await saveDeals(ctx, [granting(others, { include: ["ASIA"] })]);
    expect(await overlapping(ctx)).toEqual(["In ASIA", "In JP"]);
  }));

test("it ends when one of them ends, is withdrawn or gives another place, and begins again", () =>
  rolledBack(analyst, async (ctx) => {
    const { others, first } = await japan(ctx);
    const [second] = await saveDeals(ctx, [granting(others, { include: ["JP"] })]);
    expect(await overlapping(ctx)).toHaveLength(2);
    const { id } = is(second);

    await editDeals(ctx, [is(second)], { kind: "status", to: "TERMINATED" });
    expect(await overlapping(ctx)).toEqual([]);
    await editDeals(ctx, [{ id, version: 2 }], { kind: "status", to: "ACTIVE" });
    expect(await overlapping(ctx)).toHaveLength(2);

    await withdrawDeal(ctx, { ...first, reason: "A test of overlaps" });
    expect(await overlapping(ctx)).not.toContain("In ASIA");
    expect(await ctx.db.dealWarning.count({ where: { dealId: id } })).toBe(0);
    await restoreDeal(ctx, { id: first.id, version: 2 });
    expect(await overlapping(ctx)).toHaveLength(2);

    const doc = is((await loadDealDocs(ctx, [id])).get(id));
    await saveDeals(ctx, [{ ...doc, assets: [] }]);
    expect(await overlapping(ctx)).toEqual([]);
  }));

test.each<[string, Fields]>([
  ["another place", { include: ["US"] }],
  ["a right that is not exclusive", { include: ["JP"], exclusivity: "NON_EXCLUSIVE" }],
  ["another field of use", { include: ["JP"], field: "eye drops" }],
  ["it only on exercise of an option", { include: ["JP"], condition: "on exercise" }],
])("a second deal that gives %s is no overlap", (_, fields) =>
  rolledBack(analyst, async (ctx) => {
    const { others } = await japan(ctx);
    await saveDeals(ctx, [granting(others, fields)]);
    expect(await overlapping(ctx)).toEqual([]);
  }),
);

test("a licensee who passes the right on is no overlap", () =>
  rolledBack(analyst, async (ctx) => {
    const { records, others } = await japan(ctx);
    const onward = { ...others, licensor: records.licensee };
    await saveDeals(ctx, [granting(onward, { include: ["JP"] })]);
    expect(await overlapping(ctx)).toEqual([]);
  }));
