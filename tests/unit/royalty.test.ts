import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandOf, royaltyAt } from "@/lib/payment/royalty/rules";

const tier = (salesFrom: string | null, salesTo: string | null, min: string | null, max = min) => ({
  id: "00000000-0000-7000-8000-000000000001",
  ...{ salesFrom, salesTo, salesCurrency: "USD", rateMin: min, rateMax: max },
});

describe("a worded band in figures", () => {
  test.each([
    ["single-digit to low double-digit percent per programme", "1", "13"],
    ["high single-digit to mid-teens %", "7", "16"],
    ["low-double-digit to mid-twenties % of sales", "10", "26"],
    ["low-twenties % on toripalimab net sales", "20", "23"],
    ["single- to double-digit tiered %", "1", null],
    ["double-digit percentage of net sales", "10", null],
    ["tiered, up to double-digit %", null, null],
    ["tiered from mid-teens %", "14", null],
    ["mid-single-digit % royalties", "4", "6"],
  ])("%s", (wording, rateMin, rateMax) => {
    expect(bandOf(wording)).toEqual({ rateMin, rateMax });
  });

  test.each(["tiered on net sales", "rate not disclosed", "", null])("%s is none", (wording) => {
    expect(bandOf(wording)).toBeNull();
  });
});

describe("what is due at a level of net sales", () => {
  const tiers = [tier("0", "200000000", "10"), tier("200000000", null, "15", "20")];

  test("each tier counts on its own part of the sales", () => {
    expect(royaltyAt({ wording: null, tiers }, "500000000")).toEqual({
      ...{ min: "65000000", max: "80000000", rateMin: "13", rateMax: "16", derived: false },
    });
  });

  test("a band is a range and says that it is derived", () => {
    expect(royaltyAt({ wording: "mid-teens", tiers: [] }, "1000000000")).toEqual({
      ...{ min: "140000000", max: "160000000", rateMin: "14", rateMax: "16", derived: true },
    });
  });

  test("what no tier speaks of counts nothing below, and leaves the top open", () => {
    const due = royaltyAt({ wording: null, tiers: tiers.slice(0, 1) }, "500000000");
    expect(due).toMatchObject({ min: "20000000", max: null, rateMax: null });
  });

  test("alternatives on the same sales are not reckoned", () => {
    const alternatives = [tier(null, null, "5"), tier(null, null, "8")];
    expect(royaltyAt({ wording: null, tiers: alternatives }, "500000000")).toBeNull();
    expect(royaltyAt({ wording: "rate withheld", tiers: [] }, "500000000")).toBeNull();
  });

  test("more sales never owe less, and the bounds never cross", () => {
    const sales = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(sales, sales, (a, b) => {
        const [less, more] = [a, b]
          .sort((one, other) => Number(one - other))
          .map((n) => royaltyAt({ wording: null, tiers }, String(n)));
        expect(Number(less?.min)).toBeLessThanOrEqual(Number(more?.min));
        expect(Number(more?.min)).toBeLessThanOrEqual(Number(more?.max));
      }),
    );
  });
});
