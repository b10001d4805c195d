import { expect, test } from "vitest";
import { relativePeriod } from "@/lib/relative-date";

test.each([
  ["today", "2026-03-31", "2026-03-31"],
  ["-30d", "2026-03-01", "2026-03-01"],
  ["-12w", "2026-01-06", "2026-01-06"],
  ["-1m", "2026-02-28", "2026-02-28"],
  ["-13m", "2025-02-28", "2025-02-28"],
  ["-2y", "2024-03-31", "2024-03-31"],
  ["+90d", "2026-06-29", "2026-06-29"],
  ["this-week", "2026-03-30", "2026-04-05"],
  ["last-month", "2026-02-01", "2026-02-28"],
  ["this-quarter", "2026-01-01", "2026-03-31"],
  ["last-quarter", "2025-10-01", "2025-12-31"],
  ["next-year", "2027-01-01", "2027-12-31"],
])("on 31 March 2026, %s is from %s to %s", (word, first, last) => {
  expect(relativePeriod(word, "2026-03-31")).toEqual({ first, last });
});

test("a week starts on Monday, on a Sunday as well", () => {
  const week = { first: "2026-03-23", last: "2026-03-29" };
  expect(relativePeriod("this-week", "2026-03-29")).toEqual(week);
  expect(relativePeriod("this-week", "2026-03-23")).toEqual(week);
});

test.each(["", "30d", "-d", "-99999d", "-1.5d", "-30D ", "last-day", "this-constructor", "2024"])(
  "%s is no such date",
  (word) => {
    expect(relativePeriod(word, "2026-03-31")).toBeNull();
  },
);
