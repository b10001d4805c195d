import fc from "fast-check";
import { expect, test } from "vitest";
import { guardCell, isGuarded, unguardCell } from "@/lib/exchange/rules";

const formula = /^[ \u00a0\u3000\u200b-\u200d\u2060\ufeff]*[=+\-@\t\r\n＝＋－＠]/;
const tricky = fc.string({
  unit: fc.constantFrom(...["'", "=", "+", "－", "@", " ", "\t", "\n", "\ufeff", "a"]),
});
const anyText = fc.oneof(tricky, fc.string({ unit: "binary" }));

test("export then import is the identity on any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(unguardCell(guardCell(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("no exported text starts a formula", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(formula.test(guardCell(text))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "=1+1",
  "+81",
  "-5",
  "@SUM",
  "\t=1",
  "\r",
  "\n",
  "＝1",
  "＋",
  "－",
  "＠",
  "  =1",
  "\ufeff=1",
  "'=1",
  "''=1",
])("%j is guarded by one quote", (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
  expect(isGuarded(guardCell(text))).toBe(true);
});

test.each(["", "Takeda", "'quoted'", "'", "a=b", "’=1", "武田", "'a", "5"])(
  "%j is left alone both ways",
  (text) => {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  },
);
