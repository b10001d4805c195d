import type { Step } from "../../catalogue/milestone/schema";
import type { Waterfall } from "./dto";

/** Where a step is drawn, in parts of the whole from 0 to 1: sure up to `sure`, possible up to `end`. */
export type StepBar = { step: Step; start: number; sure: number; end: number };

/** Steps that begin where the one before ended; the others are parts of the headline, from its start. */
const after: Partial<Record<Step, Step>> = {
  lapsed: "triggered",
  open: "lapsed",
  unknown: "open",
};

/** Of the step that is not there, the place is where the one before it ends. */
function endOf(step: Step | undefined, ends: ReadonlyMap<Step, number>): number {
  if (step === undefined) return 0;
  return ends.get(step) ?? endOf(after[step], ends);
}

/** A picture of steps that have any bound; amounts are drawn, not told, so plain numbers are exact enough. */
export function barsOf({ lines }: Waterfall): StepBar[] {
  const ends = new Map<Step, number>();
  const spans = lines
    .filter(({ known }) => known !== null)
    .map(({ step, total, known }) => {
      const start = endOf(after[step], ends);
      const [sure, most] = [Number(total.min ?? 0), Number(known ?? 0)];
      const span = { step, start, sure: start + sure, end: start + Math.max(sure, most) };
      ends.set(step, span.end);
      return span;
    });
  const whole = Math.max(...spans.map(({ end }) => end), 0);
  if (whole === 0) return [];
  return spans.map(({ step, start, sure, end }) => ({
    ...{ step, start: start / whole, sure: sure / whole, end: end / whole },
  }));
}
