import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { type DealFacet, dealFacets } from "@/lib/catalogue/deal/facet/dto";
import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { dealCondition } from "@/lib/catalogue/deal/queries";
import { type DealFilter, emptiable } from "@/lib/catalogue/deal/schema";
import type { Fragment } from "@/lib/catalogue/queries";
import { scriptContext } from "@/lib/context";
import { sql } from "@/lib/sql";
import { DealStatus, DealType, Modality, Stage } from "@/prisma/generated/enums";
import { is } from "../../support/is";

const ctx = scriptContext("test");

/** A facet's values as the row's own columns say them, not as its keys do. */
const columns: Record<DealFacet, () => Fragment> = {
  type: () => sql`type || structures`,
  status: () => sql`ARRAY[status]`,
  stage: () => sql`stages`,
  modality: () => sql`modalities`,
  from: () => sql`giving_countries`,
  to: () => sql`taking_countries`,
};

async function grouped(facet: DealFacet, filter: DealFilter) {
  const others = filter.match === "any" ? { q: filter.q } : { ...filter, [facet]: undefined };
  return [
    ...(await sql<{ value: string; count: number }[]>`
      SELECT value::text, count(DISTINCT id)::int AS count
      FROM deal_row, unnest(${columns[facet]()}) AS value
      WHERE ${dealCondition(others)} GROUP BY 1 ORDER BY 2 DESC, 1`),
  ];
}

const some = (values: readonly string[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
    freq: 1,
  });
const countries = ["CN", "JP", "KR", "US", "GB", "CH"];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const filters: fc.Arbitrary<DealFilter> = fc
  .record({
    ...{ type: some(Object.values(DealType)), status: some(Object.values(DealStatus)) },
    ...{ stage: some(Object.values(Stage)), modality: some(Object.values(Modality)) },
    ...{ from: some(countries), to: some(countries), country: some(countries) },
    ...{ currency: some(["USD", "JPY", "MIXED"]), empty: some(emptiable), filled: some(emptiable) },
    announced_from: maybe(fc.constantFrom("2015-01-01", "2023-06-01")),
    upfront_min: maybe(fc.constantFrom("1000000", "100000000")),
    q: maybe(fc.constantFrom("a", "takeda", "武田")),
    match: maybe(fc.constantFrom("any", "all")),
    has_conflict: maybe(fc.boolean()),
  })
  // Most filters ask for one or two things: those that ask for all find nothing.
  .chain((all) =>
    fc.subarray(Object.entries(all), { maxLength: 3 }).map((few) => Object.fromEntries(few)),
  );

/** One common value each. */
const one: Record<string, unknown> = {
  ...{ type: ["LICENSE"], status: ["ACTIVE"], from: ["CN"], to: ["JP"], currency: ["USD"] },
  ...{ match: "any", q: "takeda" },
};

test("counts of any filter equal what the table holds", async () => {
  const few = fc.subarray(["type", "status", "from", "to", "currency", "match", "q"], {
    maxLength: 3,
  });
  const asked = fc.tuple(filters, few).map(([filter, names]) => ({
    ...Object.fromEntries(names.map((name) => [name, one[name]])),
    ...filter,
  }));
  await fc.assert(
    fc.asyncProperty(asked, async (filter) => {
      const [row] = await sql<{ n: number }[]>`
        SELECT count(*)::int AS n FROM deal_row WHERE ${dealCondition(filter)}`;
      expect(await countDeals(ctx, filter)).toBe(is(row).n);
    }),
    { numRuns: 300 },
  );
});

describe("facets", () => {
  test("of any filter equal what the rows' own columns add up to", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const facets = await countDealFacets(ctx, filter);
        for (const facet of dealFacets) {
          expect(facets[facet]).toEqual(await grouped(facet, filter));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("and counts of one value follow each write at once, and are what there was after it is undone", async () => {
    const [deal] = await sql<{ id: string }[]>`
      SELECT id FROM deal_row WHERE status = 'ACTIVE' AND keys && '{from:CN}' LIMIT 1`;
    const counts = async () => ({
      all: await countDeals(ctx, {}),
      chinese: await countDeals(ctx, { from: ["CN"] }),
      facets: await countDealFacets(ctx, { status: ["ACTIVE"] }),
    });
    const before = await counts();
    await sql`DELETE FROM deal_row WHERE id = ${is(deal).id}`;
    const after = await counts();
    expect([after.all, after.chinese]).toEqual([before.all - 1, before.chinese - 1]);
    expect(after.facets.from).toEqual(await grouped("from", { status: ["ACTIVE"] }));
    await sql`SELECT refresh_deal_rows(${[is(deal).id]}::uuid[])`;
    expect(await counts()).toEqual(before);
  });

  test("hold through parallel writes while the tally is put together", async () => {
    const deals = await sql<{ id: string }[]>`SELECT id FROM deal_row ORDER BY id LIMIT 24`;
    const before = await countDealFacets(ctx, {});
    const differences = () => sql<{ n: number }[]>`SELECT count(*)::int AS n FROM deal_tally`;
    const written = deals.flatMap(({ id }, n) => [
      sql`SELECT refresh_deal_rows(${[id]}::uuid[])`,
      ...(n % 4 === 0 ? [sql`SELECT compact_deal_tally()`] : []),
    ]);
    await Promise.all(written);
    expect(await countDealFacets(ctx, {})).toEqual(before);
    await sql`SELECT compact_deal_tally()`;
    const [left] = await differences();
    const [pairs] = await sql<{ n: number }[]>`SELECT count(*)::int AS n FROM deal_tally_source`;
    expect(left).toEqual(pairs);
    expect(await countDealFacets(ctx, {})).toEqual(before);
  });
});
