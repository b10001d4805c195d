import type { TermKind } from "@/prisma/generated/enums";
import { type Step, steps } from "../../catalogue/milestone/schema";
import type { Total } from "../../money/rules";
import { type Made, type PartRow, toMade } from "../../money/total/dto";

/**
 * One step from headline to cash: its total, what is inside, and how many payments the list of it has. `known` adds
 * the upper bounds, or else the lower ones, of what has any; null where nothing has.
 */
export type Line = Made<TermKind> & { step: Step; payments: number; known: string | null };

/** The steps of one currency, in their order, without those that nothing is in. */
export type Waterfall = { currency: string | null; lines: Line[] };

/** `silent`: of some payment in this currency no source says what became of it. */
export type StepRow = PartRow<TermKind> & {
  step: Step;
  payments: number;
  known: string | null;
  silent: boolean;
};

/** A waterfall a currency, the one of the most payments first, terms whose currency nobody says last. */
export function toWaterfalls(rows: readonly StepRow[]): Waterfall[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return currencies
    .map((currency) => ({
      currency,
      lines: withFloor(
        steps.flatMap((step) => {
          const own = rows.filter((row) => row.step === step && row.currency === currency);
          const { payments = 0, known = null } = own.find(({ part }) => part === null) ?? {};
          return toMade(own).map((made) => ({ ...made, step, payments, known }));
        }),
        rows.some((row) => row.currency === currency && row.silent),
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.currency === null) - Number(b.currency === null) ||
        paymentsOf(b) - paymentsOf(a) ||
        (a.currency ?? "").localeCompare(b.currency ?? ""),
    );
}

function paymentsOf({ lines }: Waterfall): number {
  return lines.reduce((sum, { payments }) => sum + payments, 0);
}

/** Of what was triggered, or may have been, more may be paid than anybody said. */
function withFloor(lines: Line[], silent: boolean): Line[] {
  const count = (step: Step) => lines.find((line) => line.step === step)?.payments ?? 0;
  if (!silent && count("triggered") === count("paid")) return lines;
  return lines.map((line) =>
    line.step === "paid" ? { ...line, total: asFloor(line.total) } : line,
  );
}

function asFloor(total: Total): Total {
  return total.min === null ? total : { ...total, disclosure: "AT_LEAST", max: null };
}
