import { expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf } from "@/lib/catalogue/schema";
import { loadCompanyRefs } from "@/lib/company/queries";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { findOverlapping } from "@/lib/deal/overlap/queries";
import { loadDealDocs } from "@/lib/deal/queries";
import { rebuildWarnings } from "@/lib/deal/warning/commands";
import { dealWarnings, isTermVerified } from "@/lib/deal/warning/rules";
import { stateOf } from "@/lib/payment/term/rules";
import { listUnprovenFigures } from "@/lib/quality/evidence/queries";
import { listLints } from "@/lib/quality/lint/queries";
import { admin, rolledBack } from "../../support/rolled-back";

const ctx = scriptContext("test");

async function everyDeal() {
  const ids = (await db.deal.findMany({ where: { withdrawnAt: null } })).map(({ id }) => id);
  return [...(await loadDealDocs(ctx, ids)).values()];
}

/** Deals by what the rules find in each, read one by one. */
async function foundByTheRules(): Promise<Map<string, number>> {
  const docs = await everyDeal();
  const parties = docs.flatMap((doc) => doc.parties.map(({ companyId }) => companyId));
  const companies = await loadCompanyRefs(ctx, parties);
  const countryOf = (id: string) => companies.get(id)?.country;
  const today = new Date().toISOString().slice(0, 10);
  const found = new Map<string, number>();
  for (const doc of docs) {
    const codes = new Set(dealWarnings(doc, { countryOf, today }).map(({ code }) => code));
    for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  }
  found.set(
    "grantsOverlapDeals",
    (
      await findOverlapping(
        ctx,
        docs.map(({ id }) => id),
      )
    ).size,
  );
  return found;
}

test("the page counts what the rules find in every deal", async () => {
  const found = await foundByTheRules();
  expect(found.size).toBeGreaterThan(3);
  for (const { code, deals } of await listLints(ctx)) {
    if (code !== "conflict" && code !== "unverified") {
      expect(deals, code).toBe(found.get(code) ?? 0);
    }
  }
});

test("finding the warnings of every deal again changes nothing", async () => {
  expect(await rebuildWarnings(ctx, { write: false })).toMatchObject({ differing: 0 });
});

test("a database without kept warnings gets them by finding them again", () =>
  rolledBack(admin, async (ctx) => {
    const all = () =>
      ctx.db.dealWarning.findMany({
        orderBy: [{ dealId: "asc" }, { code: "asc" }, { path: "asc" }],
      });
    const before = await all();
    await ctx.db.dealWarning.deleteMany();
    await rebuildWarnings(ctx, { write: true });
    expect(await all()).toEqual(before);
    expect(before.length).toBeGreaterThan(10);
  }));

test("each count is that of the filter that it leads to", async () => {
  for (const { code, deals, filter } of await listLints(ctx)) {
    const parsed = parseDealFilter(queryOf(new URLSearchParams(filter)));
    expect(parsed.problems).toEqual([]);
    expect(await countDeals(ctx, parsed.filter), code).toBe(deals);
  }
});

test("the figures that need evidence are those that the pages mark as unverified, the most valuable first", async () => {
  const { figures, unproven, of } = await listUnprovenFigures(ctx);
  const all = (await everyDeal()).flatMap((doc) =>
    doc.terms
      .filter((term) => (term.min ?? term.max) !== null && stateOf(term) !== "SUPERSEDED")
      .map((term) => ({ id: term.id, verified: isTermVerified(doc, term) })),
  );
  const expected = all.filter(({ verified }) => !verified).map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(3);
  expect([unproven, of]).toEqual([expected.length, all.length]);
  expect(figures.map(({ id }) => id).sort()).toEqual(expected.sort());
  const worth = figures.flatMap(({ usd }) => (usd === null ? [] : Number(usd)));
  expect(worth).toEqual([...worth].sort((a, b) => b - a));
  expect(figures.findLastIndex(({ usd }) => usd !== null)).toBe(worth.length - 1);
});
