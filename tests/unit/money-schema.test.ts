import fc from "fast-check";
import { expect, test } from "vitest";
import { scaled, unscaled } from "@/lib/decimal";
import { amountInput, currencyCode, decimalText } from "@/lib/money/schema";

const problemsOf = (amount: unknown) =>
  amountInput.safeParse(amount).error?.issues.map(({ path, message }) => [path.join("."), message]);

test.each([
  ["1,234.5", "1234.5"],
  ["1 234,5", "1234.5"],
  ["1.234,5", "1234.5"],
  ["400m", "400000000"],
  ["400 MM", "400000000"],
  ["1.13bn", "1130000000"],
  ["50 billion", "50000000000"],
  ["４億", "400000000"],
  ["1.2万", "12000"],
  ["4.3亿", "430000000"],
  ["4億5,000万", "450000000"],
  ["1.2万亿", "1200000000000"],
  ["3百万", "3000000"],
  ["0.00", "0"],
  ["0012.3400", "12.34"],
])("%s is %s", (typed, text) => {
  expect(decimalText.parse(typed)).toBe(text);
});

test.each(["1,5", "1,23,456", "NaN", "1e999", "", "abc", "億", "5万3億", "0x10", "∞", "1..2"])(
  "%j is no amount",
  (typed) => {
    expect(decimalText.safeParse(typed).error?.issues[0]?.message).toMatch(/^Write an amount/);
  },
);

test("negative, huge and overly fine amounts are refused with their reason", () => {
  const problem = (typed: string) => decimalText.safeParse(typed).error?.issues[0]?.message;
  expect(problem("-1")).toBe("An amount cannot be negative");
  expect(problem("(5)")).toBe("An amount cannot be negative");
  expect(problem("12345678901234567")).toMatch(/^An amount has at most/);
  expect(problem("1.00001")).toMatch(/^An amount has at most/);
  expect(decimalText.safeParse("9999999999999999.9999").success).toBe(true);
});

const tenThousandths = fc.bigInt({ min: 0n, max: 10n ** 20n - 1n });

test("a decimal survives being written, read and grouped", () => {
  fc.assert(
    fc.property(tenThousandths, (value) => {
      const text = unscaled(value);
      const [whole = "", fraction] = text.split(".");
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction ? `.${fraction}` : "");
      expect(scaled(text)).toBe(value);
      expect(decimalText.parse(text)).toBe(text);
      expect(decimalText.parse(grouped)).toBe(text);
    }),
  );
});

test("whatever is typed, an amount is plain text or an error", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...[..."0123456789.,' -bmn億万千e"]) }),
      (typed) => {
        const read = decimalText.safeParse(typed);
        if (read.success) expect(read.data).toMatch(/^(0|[1-9]\d{0,15})(\.\d{0,3}[1-9])?$/);
      },
    ),
  );
});

test("a currency is an ISO code in any case", () => {
  expect(currencyCode.parse(" jpy ")).toBe("JPY");
  for (const wrong of ["XXX", "XAU", "DEM", "RMB", "$", ""]) {
    expect(currencyCode.safeParse(wrong).success).toBe(false);
  }
});

test("an exact amount is typed once", () => {
  expect(amountInput.parse({ disclosure: "EXACT", currency: "usd", min: "400m" })).toEqual({
    disclosure: "EXACT",
    currency: "USD",
    min: "400000000",
    max: "400000000",
  });
  expect(amountInput.parse({ disclosure: "APPROX", currency: "USD", max: "5" })).toMatchObject({
    min: "5",
    max: "5",
  });
});

test("an amount without a figure needs no currency", () => {
  for (const disclosure of ["UNDISCLOSED", "NONE", "NOT_RESEARCHED"]) {
    expect(amountInput.parse({ disclosure, min: "" })).toEqual({
      disclosure,
      currency: null,
      min: null,
      max: null,
    });
  }
});

test.each([
  [{ disclosure: "EXACT" }, "min", "Give the amount"],
  [{ disclosure: "EXACT", min: "1", max: "2" }, "max", "This amount is one figure, not a range"],
  [{ disclosure: "UP_TO", min: "1", max: "2" }, "min", /no lower one$/],
  [{ disclosure: "UP_TO" }, "max", "Give the upper bound"],
  [{ disclosure: "AT_LEAST", min: "1", max: "2" }, "max", /no upper one$/],
  [{ disclosure: "AT_LEAST" }, "min", "Give the lower bound"],
  [{ disclosure: "RANGE", min: "2", max: "2.0" }, "max", /must be above/],
  [{ disclosure: "RANGE", min: "10", max: "9" }, "max", /must be above/],
  [{ disclosure: "NONE", max: "1" }, "max", /^Remove the figure/],
  [{ disclosure: "UP_TO", max: "0" }, "max", /^Zero/],
  [{ disclosure: "RANGE", min: "0", max: "5" }, "min", /^Zero/],
])("%j contradicts itself", (amount, field, message) => {
  expect(problemsOf({ currency: "USD", ...amount })).toEqual([
    [field, typeof message === "string" ? message : expect.stringMatching(message)],
  ]);
});

test("a figure without a currency is refused, and so is an unknown field", () => {
  expect(problemsOf({ disclosure: "EXACT", min: "1" })).toEqual([
    ["currency", "An amount needs a currency"],
  ]);
  expect(amountInput.safeParse({ disclosure: "NONE", amount: "1" }).success).toBe(false);
});

test("zero is an exact amount", () => {
  expect(amountInput.parse({ disclosure: "EXACT", currency: "USD", min: "0" }).max).toBe("0");
});
