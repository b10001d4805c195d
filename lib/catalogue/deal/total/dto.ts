import type { Total } from "../../../money/rules";

/** What is added up of the deals of a list; of what was paid only lower bounds are kept. */
export const summed = ["upfront", "headline", "paid"] as const;
export type Summed = (typeof summed)[number];

export type DealTotal = { of: Summed; total: Total };

/** The totals of a list in the currencies that were agreed; `several` deals have more than one and are in none. */
export type DealTotals = { totals: DealTotal[]; several: number };
