import { expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf } from "@/lib/catalogue/schema";
import { loadCompanyRefs } from "@/lib/company/queries";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealWarnings } from "@/lib/deal/warning/rules";
import { listLints } from "@/lib/quality/lint/queries";

const ctx = scriptContext("test");

/** Deals by what the rules find in each, read one by one. */
async function foundByTheRules(): Promise<Map<string, number>> {
  const ids = (await db.deal.findMany({ where: { withdrawnAt: null } })).map(({ id }) => id);
  const docs = [...(await loadDealDocs(ctx, ids)).values()];
  const parties = docs.flatMap((doc) => doc.parties.map(({ companyId }) => companyId));
  const companies = await loadCompanyRefs(ctx, parties);
  const countryOf = (id: string) => companies.get(id)?.country;
  const today = new Date().toISOString().slice(0, 10);
  const found = new Map<string, number>();
  for (const doc of docs) {
    const codes = new Set(dealWarnings(doc, { countryOf, today }).map(({ code }) => code));
    for (const code of codes) found.set(code, (found.get(code) ?? 0) + 1);
  }
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

test("each count is that of the filter that it leads to", async () => {
  for (const { code, deals, filter } of await listLints(ctx)) {
    const parsed = parseDealFilter(queryOf(new URLSearchParams(filter)));
    expect(parsed.problems).toEqual([]);
    expect(await countDeals(ctx, parsed.filter), code).toBe(deals);
  }
});
