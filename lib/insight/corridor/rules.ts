import type { DealSum } from "../flow/dto";
import type { FlowMeasure } from "./schema";

/** How wide a flow is drawn: its deals, or the upper bound of its total, else the lower. For drawing alone. */
export function widthOf(
  sum: Pick<DealSum<never>, "deals" | "upfront" | "headline" | "paid">,
  measure: FlowMeasure,
): number {
  switch (measure) {
    case "deals":
      return sum.deals;
    case "paid":
      return Number(sum.paid.amount ?? 0);
    default: {
      const { min, max } = sum[measure].total;
      return Number(max ?? min ?? 0);
    }
  }
}

/** The first `most` by width; the others are in the table. */
export function widest<T>(flows: readonly T[], width: (flow: T) => number, most: number): T[] {
  return flows
    .filter((flow) => width(flow) > 0)
    .toSorted((a, b) => width(b) - width(a))
    .slice(0, most);
}
