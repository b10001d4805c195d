import fc from "fast-check";
import { expect, test } from "vitest";
import {
  criteriaOf,
  type Figure,
  type Measured,
  spreadOf,
  weightOf,
  without,
} from "@/lib/insight/comparable/rules";
import { parseComparables } from "@/lib/insight/comparable/schema";

const none: Figure = { absent: "UNDISCLOSED" };

const deal = (upfront: Figure, weight = 1): Measured => ({
  figures: { upfront, headline: none, share: none, royalty: none },
  weight,
});

const upfronts = (...values: number[]) => values.map((value) => deal({ value: String(value) }));

test("fewer than five figures have ends and no median, and what has no figure is only counted", () => {
  const spread = spreadOf([...upfronts(5, 1, 9, 3), deal(none), deal(none)], "upfront", false);
  expect(spread).toEqual({
    ...{ deals: 6, disclosed: 4, absent: { UNDISCLOSED: 2 } },
    ends: { min: "1", max: "9" },
    middle: null,
  });
  expect(spreadOf(upfronts(5, 1, 9, 3, 7), "upfront", false).middle?.median).toBe("5");
});

/** Quartiles by the definition in words: the figure at place 1 + (n − 1) × p, between its neighbours by share. */
function quartile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

test("median and quartiles are those of the definition, whatever the figures and their order", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 10 }), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(amounts, (values) => {
      const { middle } = spreadOf(upfronts(...values), "upfront", false);
      expect(Number(middle?.q1)).toBeCloseTo(quartile(values, 0.25), 3);
      expect(Number(middle?.median)).toBeCloseTo(quartile(values, 0.5), 3);
      expect(Number(middle?.q3)).toBeCloseTo(quartile(values, 0.75), 3);
    }),
  );
});

test("by weight, the median is a figure that some deal has, and recent deals pull it", () => {
  const old = [1, 2, 3, 4].map((value) => deal({ value: String(value) }, 0.1));
  const recent = [50, 60].map((value) => deal({ value: String(value) }, 1));
  expect(spreadOf([...old, ...recent], "upfront", true).middle?.median).toBe("50");
  expect(spreadOf([...old, ...recent], "upfront", false).middle?.median).toBe("3.5");
});

test("a deal weighs half after one half-life, and as much as any where none is asked for", () => {
  expect(weightOf("2020-01-01", "2024-01-01", 4)).toBeCloseTo(0.5, 3);
  expect(weightOf("2030-01-01", "2024-01-01", 4)).toBe(1);
  expect(weightOf("2001-01-01", "2024-01-01", undefined)).toBe(1);
});

test("the two ends of a range are one criterion, which can be left out whole", () => {
  const { filter } = parseComparables({
    announced_from: "2020",
    announced_to: "2024",
    type: "LICENSE",
  });
  expect(criteriaOf(filter.criteria)).toEqual(["announced", "type"]);
  expect(without(filter.criteria, "announced")).toEqual({ type: ["LICENSE"] });
});

test("a deal is moved by hand with a reason, and what shapes a list is refused by name", () => {
  const asked = parseComparables({ in: "a-deal:same target: HER2", out: "b-deal", sort: "title" });
  expect(asked.filter.kept).toEqual([{ slug: "a-deal", reason: "same target: HER2" }]);
  expect(asked.filter.left).toEqual([{ slug: "b-deal", reason: null }]);
  expect(asked.problems.map(({ path }) => path)).toEqual(["sort"]);
});
