import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled, unscaled } from "@/lib/decimal";
import { formatAmount, formatMoney, parseTyped, totalOf, typedAmount } from "@/lib/money/rules";
import { type Amount, amountProblems, type Disclosure, disclosures } from "@/lib/money/schema";

test.each([
  ["US$1.13bn", "1130000000", "USD"],
  ["200 million US dollars", "200000000", "USD"],
  ["U.S.$ 5 million", "5000000", "USD"],
  ["400 million Japanese yen", "400000000", "JPY"],
  ["8.8亿元人民币", "880000000", "CNY"],
  ["12.5 million pounds sterling", "12500000", "GBP"],
  ["$400m", "400000000", "USD"],
  ["RMB 50 billion", "50000000000", "CNY"],
  ["4億円", "400000000", "JPY"],
  ["¥12億", "1200000000", "JPY"],
  ["￥12亿", "1200000000", "CNY"],
  ["¥500 円", "500", "JPY"],
  ["¥3,000", "3000", null],
  ["CNY 4.3亿元", "430000000", "CNY"],
  ["€10m", "10000000", "EUR"],
  ["HK$176m", "176000000", "HKD"],
  ["176m hkd", "176000000", "HKD"],
  ["JPY5,000", "5000", "JPY"],
  ["2億ドル", "200000000", "USD"],
  ["1.2亿美元", "120000000", "USD"],
  ["3亿港元", "300000000", "HKD"],
  ["50 million euros", "50000000", "EUR"],
  ["1,130 million dollars", "1130000000", "USD"],
  ["400m", "400000000", null],
])("%s is read with its currency", (typed, amount, currency) => {
  expect(parseTyped(typed)).toEqual({ amount, currency });
});

test.each(["", "USD", "$", "$-5", "XYZ 5", "USD 5円", "five dollars", "$1e999"])(
  "%j is no amount with a currency",
  (typed) => {
    expect(parseTyped(typed)).toBeNull();
  },
);

test("a form learns what is wrong with an amount, and that blank is blank", () => {
  expect(typedAmount(" ")).toEqual({ amount: null, currency: null, problem: null });
  expect(typedAmount("$-5").problem).toBe("An amount cannot be negative");
  expect(typedAmount("USD 5円").problem).toBe("This amount names two currencies");
  expect(typedAmount("lots").problem).toMatch(/^Write an amount/);
});

const positive = fc.bigInt({ min: 1n, max: 10n ** 18n }).map(unscaled);

const anyAmount: fc.Arbitrary<Amount> = fc
  .tuple(fc.constantFrom<Disclosure>(...disclosures), positive, positive)
  .filter(([disclosure, a, b]) => disclosure !== "RANGE" || scaled(a) !== scaled(b))
  .map(([disclosure, a, b]) => {
    const [low, high] = scaled(a) < scaled(b) ? [a, b] : [b, a];
    const bounds: Record<Disclosure, [string | null, string | null]> = {
      EXACT: [a, a],
      APPROX: [a, a],
      UP_TO: [null, a],
      AT_LEAST: [a, null],
      RANGE: [low, high],
      UNDISCLOSED: [null, null],
      NONE: [null, null],
      NOT_RESEARCHED: [null, null],
    };
    const [min, max] = bounds[disclosure];
    return { disclosure, currency: (min ?? max) ? "USD" : null, min, max };
  });
const anyAmounts = fc.array(anyAmount, { maxLength: 8 });

test("a total is itself an amount that keeps the rules, its bounds never inverted", () => {
  fc.assert(
    fc.property(anyAmounts, (amounts) => {
      const { disclosed: _, of: __, ...total } = totalOf(amounts);
      expect(amountProblems(total)).toEqual([]);
    }),
  );
});

test("a total does not depend on the order of its terms", () => {
  const shuffled = anyAmounts.chain((amounts) =>
    fc.tuple(
      fc.constant(amounts),
      fc.shuffledSubarray(amounts, { minLength: amounts.length, maxLength: amounts.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([amounts, other]) => {
      expect(totalOf(other)).toEqual(totalOf(amounts));
    }),
  );
});

test("a total loses no term", () => {
  fc.assert(
    fc.property(anyAmounts, anyAmount, (amounts, one) => {
      const [before, after] = [totalOf(amounts), totalOf([...amounts, one])];
      const known = scaled(before.min ?? "0") + scaled(one.min ?? "0");
      expect(scaled(after.min ?? "0")).toBe(known);
      expect(after.disclosed).toBe(before.disclosed + Number(one.min !== null || one.max !== null));
      expect(after.disclosed).toBeLessThanOrEqual(after.of);
    }),
  );
});

const usd = (disclosure: Disclosure, min: string | null, max: string | null): Amount => ({
  disclosure,
  currency: "USD",
  min,
  max,
});
const bare = (disclosure: Disclosure): Amount => ({
  disclosure,
  currency: null,
  min: null,
  max: null,
});

test("what Takeda paid HUTCHMED adds up", () => {
  const paid = totalOf([
    usd("EXACT", "400000000", "400000000"),
    usd("EXACT", "35000000", "35000000"),
  ]);
  expect(paid).toMatchObject({ disclosure: "EXACT", min: "435000000", disclosed: 2, of: 2 });
});

test("an undisclosed term leaves a total without an upper bound", () => {
  const total = totalOf([
    usd("EXACT", "20000000", "20000000"),
    usd("EXACT", "10000000", "10000000"),
    bare("UNDISCLOSED"),
  ]);
  expect(total).toEqual({
    currency: "USD",
    disclosure: "AT_LEAST",
    min: "30000000",
    max: null,
    disclosed: 2,
    of: 3,
  });
});

test.each([
  [[], "NOT_RESEARCHED", 0],
  [[bare("NOT_RESEARCHED")], "NOT_RESEARCHED", 1],
  [[bare("NONE"), bare("NONE")], "NONE", 2],
  [[bare("NONE"), bare("UNDISCLOSED")], "UNDISCLOSED", 2],
  [[usd("EXACT", "5", "5"), bare("NONE"), bare("NOT_RESEARCHED")], "EXACT", 2],
  [[usd("EXACT", "5", "5"), usd("APPROX", "1", "1")], "APPROX", 2],
  [[usd("UP_TO", null, "5"), bare("NONE")], "UP_TO", 2],
  [[usd("UP_TO", null, "5"), bare("UNDISCLOSED")], "UNDISCLOSED", 2],
  [[usd("UP_TO", null, "5"), usd("EXACT", "5", "5")], "RANGE", 2],
])("%j is in all %s", (amounts, disclosure, of) => {
  expect(totalOf(amounts)).toMatchObject({ disclosure, of });
});

test("currencies are never added", () => {
  const yen: Amount = { ...usd("EXACT", "1", "1"), currency: "JPY" };
  expect(() => totalOf([yen, usd("EXACT", "1", "1")])).toThrow("never added");
});

test("money reads as its locale writes it", () => {
  const compact = { compact: true };
  expect(formatMoney("1130000000", "USD", "en", compact)).toBe("$1.13B");
  expect(formatMoney("400000000", "USD", "en")).toBe("$400,000,000");
  expect(formatMoney("1234.5", "USD", "en")).toBe("$1,234.50");
  expect(formatMoney("123500000000", "JPY", "ja", compact)).toBe("￥1235億");
  expect(formatMoney("1200000000", "USD", "zh", compact)).toBe("US$12亿");
  expect(formatMoney("9999999999999999.9999", "USD", "en")).toBe("$9,999,999,999,999,999.9999");
});

test("an amount says what it is", () => {
  const words = { UNDISCLOSED: "undisclosed", NONE: "none", NOT_RESEARCHED: "not researched" };
  const shown = (amount: Amount) => formatAmount(amount, "en", words);
  expect(shown(usd("EXACT", "400000000", "400000000"))).toBe("$400M");
  expect(shown(usd("UP_TO", null, "730000000"))).toBe("≤ $730M");
  expect(shown(usd("AT_LEAST", "30000000", null))).toBe("≥ $30M");
  expect(shown(usd("APPROX", "5000000", "5000000"))).toBe("≈ $5M");
  expect(shown(usd("RANGE", "1000000", "2000000"))).toBe("$1M–$2M");
  expect(shown(bare("UNDISCLOSED"))).toBe("undisclosed");
  expect(formatAmount(usd("EXACT", "5", "5"), "en", words, { compact: false })).toBe("$5");
});
