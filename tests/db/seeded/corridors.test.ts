import { describe, expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";
import { whole } from "@/lib/catalogue/schema";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { getCorridors } from "@/lib/insight/corridor/queries";
import { parseCorridors } from "@/lib/insight/corridor/schema";
import { is } from "../../support/is";

const ctx = scriptContext("test");
const giving = new Set(["LICENSOR", "OPTION_GRANTOR", "SELLER", "TARGET", "INVESTEE"]);
const taking = new Set(["LICENSEE", "OPTION_HOLDER", "ACQUIRER", "INVESTOR"]);

async function ask(query: Query) {
  const { filter, problems } = parseCorridors(query);
  expect(problems).toEqual([]);
  return getCorridors(ctx, filter);
}

const count = (query: Query) => countDeals(ctx, whole(parseDealFilter(query)));

/** Deals by corridor, counted from the parties themselves. */
async function countedApart(since: number) {
  const deals = await db.deal.findMany({
    where: { withdrawnAt: null, announcedOn: { gte: new Date(`${since}-01-01`) } },
    include: { parties: { include: { company: true } } },
  });
  const counts = new Map<string, number>();
  for (const { parties } of deals) {
    const side = (roles: Set<string>) =>
      new Set(parties.filter(({ role }) => roles.has(role)).map(({ company }) => company.country));
    for (const from of side(giving)) {
      for (const to of side(taking)) {
        counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
      }
    }
  }
  return counts;
}

test.each([{}, { announced_from: "2020" }] satisfies Query[])(
  "every flow is what the parties themselves say: %o",
  async (query) => {
    const { flows } = await ask(query);
    const sided = flows.flatMap(({ from, to, deals }): [string, number][] =>
      from && to ? [[`${from} ${to}`, deals]] : [],
    );
    expect(new Map(sided)).toEqual(await countedApart("announced_from" in query ? 2020 : 1900));
  },
);

describe("a link lists exactly as many deals as its figure says", () => {
  test.each([
    {},
    { type: "LICENSE" },
    { from: "CN" },
    { q: "antibody", to: ["JP", "US"] },
  ] satisfies Query[])("of every flow and year: %o", async (query) => {
    const { flows, years } = await ask(query);
    expect(flows.length).toBeGreaterThan(0);
    for (const { from, to, deals } of flows) {
      if (from && to) expect(await count({ ...query, from, to }), `${from} ${to}`).toBe(deals);
    }
    for (const { from, to, year, deals } of years.slice(0, 40)) {
      if (!from || !to) continue;
      const dates = { announced_from: String(year), announced_to: String(year) };
      expect(await count({ ...query, from, to, ...dates })).toBe(deals);
    }
  });

  test("of every pair of companies", async () => {
    const { companies } = await ask({ from: "CN", to: "JP" });
    expect(is(companies).length).toBeGreaterThan(5);
    for (const { from, to, deals } of companies ?? []) {
      const pair = { from: "CN", to: "JP", licensor: from.slug, licensee: to.slug };
      expect(await count(pair)).toBe(deals);
    }
  });
});

test("companies are told only where one country is named on each side, and a list's keys are refused by name", async () => {
  expect((await ask({ from: "CN" })).companies).toBeNull();
  const { problems } = parseCorridors({ sort: "title", match: "any", measure: "weight" });
  expect(problems.map(({ path }) => path).sort()).toEqual(["match", "measure", "sort"]);
});
