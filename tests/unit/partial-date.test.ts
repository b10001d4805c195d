import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  compareDates,
  formatPartialDate,
  fromDay,
  lastDay,
  partialDate,
  precisions,
  toDay,
} from "@/lib/partial-date";

const anyDate = fc
  .record({
    at: fc.date({
      min: new Date("1900-01-01"),
      max: new Date("2100-12-31"),
      noInvalidDate: true,
    }),
    precision: fc.constantFrom(...precisions),
  })
  .map(({ at, precision }) => fromDay(at, precision));

const problemOf = (typed: unknown) => partialDate.safeParse(typed).error?.issues[0]?.message;

test.each([
  ["2024", "2024"],
  ["2024/4/1", "2024-04-01"],
  ["2024.4", "2024-04"],
  ["2024年4月1日", "2024-04-01"],
  ["令和2年3月31日", "2020-03-31"],
  ["令和元年5月1日", "2019-05-01"],
  ["平成28年6月", "2016-06"],
  ["２０２４年１１月", "2024-11"],
  ["  2024-11-22 ", "2024-11-22"],
  ["Q3 2024", "2024-Q3"],
  ["3Q2024", "2024-Q3"],
  ["2024年第三季度", "2024-Q3"],
  ["2024年第4四半期", "2024-Q4"],
  ["H1 2024", "2024-H1"],
  ["2024年下半年", "2024-H2"],
  ["22 Nov 2024", "2024-11-22"],
  ["November 22, 2024", "2024-11-22"],
  ["Sept 2024", "2024-09"],
])("%s is read as %s", (typed, text) => {
  expect(partialDate.parse(typed)).toBe(text);
});

test.each(["2023-02-29", "2024-13", "2024-00", "2024年4月31日", "Foo 2024"])(
  "%s is in no calendar",
  (typed) => {
    expect(problemOf(typed)).toBe("There is no such date in the calendar");
  },
);

test.each(["0000", "1899-12-31", "2101", "9999"])("the year of %s is refused", (typed) => {
  expect(problemOf(typed)).toBe("The year must be between 1900 and 2100");
});

test.each([
  "",
  "3/4/2024",
  "2024-4/1",
  "2024-Q5",
  "2024-H3",
  "soon",
  `2024${" ".repeat(100)}x`,
  2024,
  null,
])("%j is not taken for a date", (typed) => {
  expect(problemOf(typed)).toMatch(/^Write a date/);
});

test("a date stored as its first day and precision comes back as the same text", () => {
  fc.assert(
    fc.property(anyDate, (text) => {
      const { day, precision } = toDay(text);
      expect(fromDay(day, precision)).toBe(text);
      expect(fromDay(new Date(`${day}T00:00:00Z`), precision)).toBe(text);
      expect(partialDate.parse(text)).toBe(text);
    }),
  );
});

test("a period ends on or after the day it starts, and before the next one starts", () => {
  fc.assert(
    fc.property(anyDate, (text) => {
      const { day, precision } = toDay(text);
      const next = new Date(Date.parse(lastDay(text)) + 86_400_000);
      expect(lastDay(text) >= day).toBe(true);
      expect(fromDay(lastDay(text), precision)).toBe(text);
      if (next.getUTCFullYear() <= 2100) expect(fromDay(next, precision)).not.toBe(text);
    }),
  );
  expect(lastDay("2024-02")).toBe("2024-02-29");
  expect(lastDay("2023-Q4")).toBe("2023-12-31");
  expect(lastDay("2023-H1")).toBe("2023-06-30");
});

test("dates sort by first day, the precise before the vague", () => {
  const sorted = ["2023-12-31", "2024-01-01", "2024-01", "2024-Q1", "2024-H1", "2024", "2024-02"];
  expect(sorted.toReversed().sort(compareDates)).toEqual(sorted);
});

test("a person sees no more of a date than is known", () => {
  const shown = (text: string) => ["en", "ja", "zh"].map((at) => formatPartialDate(text, at));
  expect(shown("2023-01-23")).toEqual(["23 Jan 2023", "2023年1月23日", "2023年1月23日"]);
  expect(shown("2024-11")).toEqual(["Nov 2024", "2024年11月", "2024年11月"]);
  expect(shown("2024-Q3")).toEqual(["Q3 2024", "2024年第3四半期", "2024年第3季度"]);
  expect(shown("2024-H2")).toEqual(["H2 2024", "2024年下半期", "2024年下半年"]);
  expect(shown("2024")).toEqual(["2024", "2024年", "2024年"]);
});

test.each(["Asia/Tokyo", "America/Los_Angeles"])("the day does not shift in %s", (zone) => {
  vi.stubEnv("TZ", zone);
  expect(formatPartialDate("2024-01-01", "en")).toBe("1 Jan 2024");
  expect(fromDay(new Date("2024-01-01T00:00:00Z"), "DAY")).toBe("2024-01-01");
  vi.unstubAllEnvs();
});
