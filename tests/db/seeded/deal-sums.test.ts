import fc from "fast-check";
import { expect, test } from "vitest";
import { dealCondition } from "@/lib/catalogue/deal/queries";
import type { DealFilter } from "@/lib/catalogue/deal/schema";
import { scriptContext } from "@/lib/context";
import type { Cut } from "@/lib/insight/flow/dto";
import { sumDeals } from "@/lib/insight/flow/queries";
import { totalOf } from "@/lib/money/rules";
import type { Disclosure } from "@/lib/money/schema";
import { sql } from "@/lib/sql";
import { DealType, Stage } from "@/prisma/generated/enums";

const ctx = scriptContext("test");

type Row = {
  year: number;
  from: string[];
  to: string[];
  type: string[];
  stage: string[];
  has_conflict: boolean;
  unverified: boolean;
  upfront: Figure;
  headline: Figure;
  paid: string | null;
};
type Figure = { min: string | null; max: string | null; disclosure: Disclosure };

/** The rows of a filter, to be added up apart from the kept totals. */
function readRows(filter: DealFilter) {
  const figure = (name: string) => sql`jsonb_build_object(
    'min', trim_scale(${sql(`${name}_usd_min`)})::text, 'max', trim_scale(${sql(`${name}_usd_max`)})::text,
    'disclosure', ${sql(`${name}_disclosure`)})`;
  return sql<Row[]>`
    SELECT extract(year FROM announced_on)::int AS year, giving_countries AS from, taking_countries AS to,
      (type || structures)::text[] AS type, stages::text[] AS stage, has_conflict, unverified,
      ${figure("upfront")} AS upfront, ${figure("headline")} AS headline, trim_scale(paid_usd)::text AS paid
    FROM deal_row WHERE ${dealCondition(filter)}`;
}

const saidWithoutRate = ({ min, max, disclosure }: Figure) =>
  min === null && max === null && !["NONE", "NOT_RESEARCHED", "UNDISCLOSED"].includes(disclosure);

function added(rows: readonly Row[]) {
  const dollars = (of: "upfront" | "headline") => ({
    total: { ...totalOf(rows.map((row) => ({ ...row[of], currency: "USD" }))), currency: "USD" },
    unrated: rows.filter((row) => saidWithoutRate(row[of])).length,
  });
  const paid = rows.flatMap(({ paid }) => paid ?? []);
  const sum = totalOf(paid.map((n) => ({ currency: "USD", min: n, max: n, disclosure: "EXACT" })));
  return {
    deals: rows.length,
    conflicts: rows.filter((row) => row.has_conflict).length,
    unverified: rows.filter((row) => row.unverified).length,
    ...{ upfront: dollars("upfront"), headline: dollars("headline") },
    paid: { amount: sum.min, disclosed: paid.length },
  };
}

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });
const asked: fc.Arbitrary<DealFilter> = fc
  .record({
    ...{ type: some(Object.values(DealType)), stage: some(Object.values(Stage)) },
    ...{ from: some(["CN", "JP", "US"]), to: some(["CN", "JP", "US"]), company: some(["takeda"]) },
    announced_from: fc.constantFrom("2015-01-01", "2020-07-01"),
    announced_to: fc.constantFrom("2022-12-31", "2022-06-30"),
    match: fc.constantFrom("any", "all"),
  })
  .chain((all) =>
    fc.subarray(Object.entries(all), { maxLength: 3 }).map((few) => Object.fromEntries(few)),
  );
const cuts: (keyof Cut)[] = ["year", "from", "to", "type", "stage"];

/** The values of a row in each cut, an empty list as null, in every combination. */
function placesOf(row: Row, by: readonly (keyof Cut)[]): string[] {
  return by.reduce<string[]>(
    (places, cut) => {
      const values = cut === "year" ? [row.year] : [...new Set(row[cut])];
      const told = values.length > 0 ? values : [null];
      return places.flatMap((place) => told.map((value) => `${place}/${value}`));
    },
    [""],
  );
}

test("kept totals say for any filter and cut what its rows add up to", async () => {
  await fc.assert(
    fc.asyncProperty(asked, fc.subarray(cuts, { maxLength: 3 }), async (filter, by) => {
      const groups = new Map<string, Row[]>();
      for (const row of await readRows(filter)) {
        for (const place of placesOf(row, by))
          groups.set(place, [...(groups.get(place) ?? []), row]);
      }
      const sums = await sumDeals(ctx, filter, by);
      expect(sums.length).toBe(groups.size);
      for (const sum of sums) {
        const place = by.map((cut) => `/${sum[cut]}`).join("");
        expect(sum).toMatchObject(added(groups.get(place) ?? []));
      }
    }),
    { numRuns: 60 },
  );
});
