import { expect, test } from "vitest";
import { typedTerm } from "@/lib/money/typed/rules";

const nothing = { currency: null, low: null, high: null, problem: null };

test.each([
  ["US$1.13bn", { disclosure: null, currency: "USD", low: "1130000000", high: null }],
  ["up to $730m", { disclosure: "UP_TO", currency: "USD", low: "730000000", high: null }],
  ["最大4億円", { disclosure: "UP_TO", currency: "JPY", low: "400000000", high: null }],
  ["4億円以上", { disclosure: "AT_LEAST", currency: "JPY", low: "400000000", high: null }],
  ["at least EUR 5m", { disclosure: "AT_LEAST", currency: "EUR", low: "5000000", high: null }],
  ["约 RMB 50 million", { disclosure: "APPROX", currency: "CNY", low: "50000000", high: null }],
  ["$5m–$10m", { disclosure: "RANGE", currency: "USD", low: "5000000", high: "10000000" }],
  [
    "US$5 to 10 million",
    { disclosure: "RANGE", currency: "USD", low: "5000000", high: "10000000" },
  ],
  ["5億円〜10億円", { disclosure: "RANGE", currency: "JPY", low: "500000000", high: "1000000000" }],
])("%s is read with what its words say", (typed, read) => {
  expect(typedTerm(typed)).toEqual({ ...read, problem: null });
});

test.each([
  ["", null],
  ["undisclosed", "UNDISCLOSED"],
  ["非公表", "UNDISCLOSED"],
  ["未披露", "UNDISCLOSED"],
  ["none", "NONE"],
])("%s names no figure", (typed, disclosure) => {
  expect(typedTerm(typed)).toEqual({ disclosure, ...nothing });
});

test.each(["-1", "1e999", "NaN", "up to", "up to lots", "<b>4m</b>", "1,5"])(
  "%s is no amount, and the problem says so",
  (typed) => {
    const { problem, low, high } = typedTerm(typed);
    expect(problem).toBeTruthy();
    expect({ low, high }).toEqual({ low: null, high: null });
  },
);

test("a range in two currencies is refused", () => {
  expect(typedTerm("$5m – €6m").problem).toBe("This amount names two currencies");
});
