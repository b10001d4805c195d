import type { DealFilter } from "../../catalogue/deal/schema";
import { scaled, unscaled } from "../../decimal";
import type { Measure } from "./schema";

type FilterKey = keyof DealFilter;

/** A range is one criterion, from its start to its end. */
const rangeOf: Partial<Record<FilterKey, string>> = {
  ...{ announced_from: "announced", announced_to: "announced" },
  ...{ upfront_min: "upfront", upfront_max: "upfront" },
  ...{ headline_min: "headline", headline_max: "headline" },
};

const nameOf = (key: string) => rangeOf[key as FilterKey] ?? key;

/** The names of what a filter asks of a deal. The day that it is asked for is no criterion. */
export function criteriaOf(filter: DealFilter): string[] {
  const asked = Object.entries(filter).filter(
    ([key, value]) => value !== undefined && key !== "as_of",
  );
  return [...new Set(asked.map(([key]) => nameOf(key)))];
}

/** The keys of the address that say a criterion. */
export function keysOf(criterion: string): string[] {
  const ends = Object.entries(rangeOf).filter(([, name]) => name === criterion);
  return ends.length > 0 ? ends.map(([key]) => key) : [criterion];
}

/** The same criteria but one. */
export function without(filter: DealFilter, criterion: string): DealFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => nameOf(key) !== criterion));
}

/** Why a deal has no figure in a measure. */
export const absences = [
  "UNDISCLOSED",
  "NONE",
  "NOT_RESEARCHED",
  "BOUNDED",
  "WORDED",
  "NO_RATE",
] as const;
export type Absence = (typeof absences)[number];

/** Plain decimal text: US dollars, or per cent. */
export type Figure = { value: string } | { absent: Absence };

/** A deal's figures, and its weight among the others. */
export type Measured = { figures: Record<Measure, Figure>; weight: number };

/** `middle` is null where fewer than five deals have a figure: a median of less is an anecdote. */
export type Spread = {
  deals: number;
  disclosed: number;
  absent: Partial<Record<Absence, number>>;
  ends: { min: string; max: string } | null;
  middle: { q1: string; median: string; q3: string } | null;
};

/** Medians of fewer figures than this are not shown. */
export const fewest = 5;

/** What a measure says of a set. Nothing is imputed: a deal without a figure is counted, and no more. */
export function spreadOf(deals: readonly Measured[], measure: Measure, weighted: boolean): Spread {
  const absent: Spread["absent"] = {};
  const known: Weighed[] = [];
  for (const { figures, weight } of deals) {
    const figure = figures[measure];
    if ("value" in figure) known.push({ value: scaled(figure.value), weight });
    else absent[figure.absent] = (absent[figure.absent] ?? 0) + 1;
  }
  known.sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value)));
  const at = (quarters: 1 | 2 | 3) =>
    unscaled(weighted ? weighedAt(known, quarters) : quantile(known, quarters));
  const [first] = known;
  const last = known.at(-1);
  return {
    deals: deals.length,
    disclosed: known.length,
    absent,
    ends: first && last ? { min: unscaled(first.value), max: unscaled(last.value) } : null,
    middle: known.length < fewest ? null : { q1: at(1), median: at(2), q3: at(3) },
  };
}

type Weighed = { value: bigint; weight: number };

/** Hyndman and Fan's type 7, as PostgreSQL's percentile_cont and Excel's QUARTILE.INC; exact to a ten-thousandth. */
function quantile(sorted: readonly Weighed[], quarters: number): bigint {
  const place = (sorted.length - 1) * quarters;
  const below = sorted[Math.floor(place / 4)]?.value ?? 0n;
  const above = sorted[Math.ceil(place / 4)]?.value ?? below;
  const quarter = BigInt(place % 4);
  return below + ((above - below) * quarter + 2n) / 4n;
}

/** The first figure at which that share of all weight is reached: a figure that some deal has. */
function weighedAt(sorted: readonly Weighed[], quarters: number): bigint {
  const share = (sorted.reduce((sum, { weight }) => sum + weight, 0) * quarters) / 4;
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= share) return value;
  }
  return sorted.at(-1)?.value ?? 0n;
}

const yearMs = 365.25 * 86_400_000;

/** 1 for a deal of this day, a half after each half-life; 1 for all where none is given. ISO days. */
export function weightOf(announcedOn: string, today: string, halfLife: number | undefined): number {
  if (halfLife === undefined) return 1;
  const years = Math.max(0, Date.parse(today) - Date.parse(announcedOn)) / yearMs;
  return 0.5 ** (years / halfLife);
}
