import { expect, test } from "vitest";
import type { Flow } from "@/lib/insight/overview/dto";
import { corridorsOf, standingsOf, yearsOf } from "@/lib/insight/overview/rules";

function flow(year: number, giving: string[], taking: string[], deals: number): Flow {
  return { year, giving, taking, deals, conflicts: 1, unverified: 0 };
}

const flows = [
  flow(2024, ["CN"], ["JP"], 3),
  flow(2023, ["JP", "JP"], ["CN"], 2),
  flow(2023, ["CN", "JP"], ["JP", "CN"], 1),
  flow(2023, [], [], 4),
];

test("a deal between several countries counts in every corridor once, and never within one country", () => {
  expect(corridorsOf(flows)).toEqual([
    { from: "CN", to: "JP", deals: 4 },
    { from: "JP", to: "CN", deals: 3 },
  ]);
});

test("years come in order, with what is in both corridors told apart", () => {
  expect(yearsOf(flows)).toEqual([
    { year: 2023, deals: 7, cnToJp: 1, jpToCn: 3, both: 1 },
    { year: 2024, deals: 3, cnToJp: 3, jpToCn: 0, both: 0 },
  ]);
});

test("the catalogue's figures are the sums of its flows", () => {
  expect(standingsOf(flows)).toEqual({
    deals: 10,
    conflicts: 4,
    unverified: 0,
    cnToJp: 4,
    jpToCn: 3,
  });
});
