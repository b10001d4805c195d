import fc from "fast-check";
import { expect, test } from "vitest";
import { steps } from "@/lib/catalogue/milestone/schema";
import { type StepRow, toWaterfalls } from "@/lib/insight/waterfall/dto";
import { barsOf } from "@/lib/insight/waterfall/rules";
import { madeOf } from "@/lib/money/rules";
import { type Amount, disclosures } from "@/lib/money/schema";

const figure = fc.integer({ min: 1, max: 10 ** 9 });

/** Any amount that keeps the rules, in dollars. */
const amount: fc.Arbitrary<Amount> = fc
  .tuple(fc.constantFrom(...disclosures), figure, figure)
  .map(([disclosure, low, more]) => {
    const exact = ["EXACT", "APPROX"].includes(disclosure);
    const min = exact || disclosure === "AT_LEAST" || disclosure === "RANGE" ? `${low}` : null;
    const top = disclosure === "RANGE" ? `${low + more}` : `${low}`;
    const max = exact || disclosure === "UP_TO" || disclosure === "RANGE" ? top : null;
    return { disclosure, currency: "USD", min, max };
  });

const kinds = ["UPFRONT", "MILESTONE", "MILESTONE_POOL"] as const;
const term = fc.record({ of: fc.constantFrom(...kinds), amount, step: fc.constantFrom(...steps) });
const terms = fc.array(term, { minLength: 1, maxLength: 40 });

type Term = typeof term extends fc.Arbitrary<infer T> ? T : never;

/** What the statement answers for these terms. */
function rowsOf(list: readonly Term[]): StepRow[] {
  return steps.flatMap((step) => {
    const own = list.filter((one) => one.step === step);
    if (own.length === 0) return [];
    const { total, parts } = madeOf(own);
    const known = own.reduce((sum, { amount: { min, max } }) => sum + Number(max ?? min ?? 0), 0);
    const row = { step, payments: own.length, known: known > 0 ? `${known}` : null };
    const said = { currency: "USD", silent: false };
    return [
      { ...total, ...row, ...said, part: null },
      ...parts.map((part) => ({ ...part.total, ...row, ...said, part: part.of })),
    ];
  });
}

test("what is inside a total is all of it: no term is lost and no bound inverted", () => {
  fc.assert(
    fc.property(terms, (list) => {
      const { total, parts } = madeOf(list);
      const sum = (of: (part: (typeof parts)[number]) => number) =>
        parts.reduce((all, part) => all + of(part), 0);
      expect(sum((part) => part.total.disclosed)).toBe(total.disclosed);
      expect(sum((part) => Number(part.total.min ?? 0))).toBe(Number(total.min ?? 0));
      if (total.min !== null && total.max !== null) {
        expect(BigInt(total.min) <= BigInt(total.max)).toBe(true);
      }
    }),
  );
});

test("a waterfall keeps every payment, and its bars lie on one scale, certain before possible", () => {
  fc.assert(
    fc.property(terms, (list) => {
      for (const fall of toWaterfalls(rowsOf(list))) {
        expect(fall.lines.reduce((sum, { payments }) => sum + payments, 0)).toBe(list.length);
        const bars = barsOf(fall);
        for (const { start, sure, end } of bars) {
          expect([start >= 0, start <= sure, sure <= end, end <= 1]).toEqual(Array(4).fill(true));
        }
        if (bars.length > 0) expect(Math.max(...bars.map(({ end }) => end))).toBe(1);
      }
    }),
  );
});

test("what may have been paid beside is a floor, not a sum", () => {
  const exact = { disclosure: "EXACT", currency: "USD", min: "5", max: "5" } as const;
  const owed: Term[] = [
    { of: "MILESTONE", amount: exact, step: "paid" },
    { of: "MILESTONE", amount: exact, step: "triggered" },
    { of: "MILESTONE", amount: exact, step: "triggered" },
  ];
  const [fall] = toWaterfalls(rowsOf(owed));
  const paid = fall?.lines.find(({ step }) => step === "paid")?.total;
  expect(paid).toMatchObject({ disclosure: "AT_LEAST", min: "5", max: null });
});
