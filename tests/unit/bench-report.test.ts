import { expect, test } from "vitest";
import { reportOf } from "../../scripts/lib/bench-report.mjs";

const lines = (median: number) => [
  { name: "table", median, p99: 30.04, ratio: 1.234, note: "9/s" },
];

test("the report has a line a thing, columns a size, and how the cost grows", () => {
  const report = reportOf([
    { deals: 10_000, lines: lines(8) },
    { deals: 1_000_000, lines: [...lines(12), { name: "facets", median: 100 }] },
  ]);
  expect(report.split("\n").map((row) => row.replace(/ +/g, " "))).toEqual([
    "| milliseconds | 10,000: median | p99 | × floor | | 1,000,000: median | p99 | × floor | | growth |",
    expect.stringMatching(/^\| -+ \| -+: \|/),
    "| table | 8.00 | 30.0 | 1.23 | 9/s | 12.0 | 30.0 | 1.23 | 9/s | 1.50 × |",
    "| facets | | | | | 100.0 | | | | |",
  ]);
});
