import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { moneyOf } from "@/lib/deal/money/rules";
import { paymentTermInput } from "@/lib/payment/schema";

type Fields = { kind: string; [field: string]: unknown };

const term = ({ kind, ...fields }: Fields) =>
  paymentTermInput.parse({ id: uuid(), kind, disclosure: "UNDISCLOSED", ...fields });

const exact = (amount: string, currency = "USD") => ({
  ...{ disclosure: "EXACT", currency, min: amount, max: amount },
});

const upTo = (max: string) => ({ disclosure: "UP_TO", currency: "USD", max });

const paid = { steps: [{ to: "TRIGGERED" }, { to: "PAID" }] };
const triggered = { steps: [{ to: "TRIGGERED" }] };

/** "paid AT_LEAST 435–null, 2 of 2" */
function standing(terms: Parameters<typeof moneyOf>[0]) {
  return moneyOf(terms).flatMap((money) =>
    money.standing.map(
      ({ standing, total: { disclosure, min, max, disclosed, of } }) =>
        `${standing} ${disclosure} ${min}–${max}, ${disclosed} of ${of}`,
    ),
  );
}

const pool = term({ kind: "MILESTONE_POOL", ...upTo("730") });
const draw = (fields: object) => term({ kind: "MILESTONE", poolId: pool.id, ...fields });

const fruquintinib = [
  term({ kind: "HEADLINE", ...exact("1130") }),
  term({ kind: "UPFRONT", ...exact("400"), ...paid }),
  pool,
  draw({ ...exact("35"), ...paid }),
  draw({ ...exact("20"), ...triggered }),
  draw(triggered),
  draw({ ...exact("10"), ...triggered }),
];

describe("Takeda's fruquintinib", () => {
  test("has paid 435 or more, triggered 30 or more with 2 of 3 disclosed, and leaves 665 at most", () => {
    expect(standing(fruquintinib)).toEqual([
      "paid AT_LEAST 435–null, 2 of 2",
      "triggered AT_LEAST 30–null, 2 of 3",
      "open UP_TO null–665, 1 of 1",
    ]);
  });

  test("promises 1130, of which the parts explain all and no draw is added to the pool", () => {
    const [money] = moneyOf(fruquintinib);
    expect(money?.headline?.max).toBe("1130");
    expect(money?.rest).toBeNull();
    expect(money?.promised.map(({ group, total }) => [group, total.max])).toEqual([
      ["upfront", "400"],
      ["milestones", "730"],
    ]);
    expect(money?.pools[0]?.total).toMatchObject({ min: "65", max: null, disclosed: 3, of: 4 });
  });
});

describe("the money of a deal", () => {
  test("is exact where nothing else may have been paid", () => {
    expect(standing([term({ kind: "UPFRONT", ...exact("400"), ...paid })])).toEqual([
      "paid EXACT 400–400, 1 of 1",
    ]);
  });

  test("counts what was paid, not what was promised, in the currency it was paid in", () => {
    const steps = [
      { to: "TRIGGERED" },
      {
        to: "PAID",
        actualAmount: "250",
        actualCurrency: "JPY",
        actualDisclosure: "APPROX",
      },
    ];
    const blocks = moneyOf([term({ kind: "EQUITY", ...exact("12", "CNY"), steps })]);
    expect(blocks.map(({ currency }) => currency)).toEqual(["CNY", "JPY"]);
    expect(blocks[0]?.promised[0]?.total.max).toBe("12");
    expect(blocks[0]?.standing).toEqual([]);
    expect(blocks[1]?.standing[0]?.total).toMatchObject({ min: "250", currency: "JPY" });
  });

  test("is never added across currencies, and what names none stands apart", () => {
    const terms = [
      term({ kind: "UPFRONT", ...exact("1") }),
      term({ kind: "EQUITY", ...exact("2", "HKD") }),
      term({ kind: "OPTION_FEE" }),
    ];
    expect(moneyOf(terms).map(({ currency }) => currency)).toEqual(["USD", "HKD", null]);
  });

  test("leaves the rest of a headline that its parts do not explain", () => {
    const terms = [
      term({ kind: "HEADLINE", ...upTo("1000") }),
      term({ kind: "UPFRONT", ...exact("100") }),
      term({ kind: "LOAN", ...exact("50") }),
    ];
    expect(moneyOf(terms)[0]?.rest).toBe("900");
  });

  test("forgets what an amendment superseded, and a deal without terms has none", () => {
    const superseded = term({ kind: "UPFRONT", ...exact("1"), steps: [{ to: "SUPERSEDED" }] });
    expect(moneyOf([superseded])).toEqual([]);
    expect(moneyOf([])).toEqual([]);
  });

  test("says nothing is left of a pool that was drawn in full", () => {
    const full = [pool, draw({ ...exact("730"), ...paid })];
    expect(standing(full)).toEqual(["paid EXACT 730–730, 1 of 1"]);
  });

  test("of a cancelled pool has lapsed as a whole", () => {
    const cancelled = term({ kind: "MILESTONE_POOL", ...upTo("2"), steps: [{ to: "CANCELLED" }] });
    expect(standing([cancelled])).toEqual(["lapsed UP_TO null–2, 1 of 1"]);
  });
});
