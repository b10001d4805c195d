import type { DealStatus, DealType, Disclosure, Modality, Stage } from "@/prisma/generated/enums";
import { fromDay, type Precision } from "../../partial-date";
import type { ListedParty } from "../deal/dto";
import type { Absence, Figure, Spread } from "./rules";
import type { Measure } from "./schema";

/**
 * A line of the ledger, read from the catalogue or from a frozen set alike. `by_hand`: a person put it in or
 * left it out, else a rule did; `criterion` is the one that a deal which is left out does not meet, or `like`.
 */
export type LedgerRow = {
  deal_id: string;
  slug: string;
  title: string;
  type: DealType;
  status: DealStatus;
  announced_on: string;
  announced_precision: Precision;
  corridor: string;
  parties: ListedParty[];
  giving_names: string[];
  taking_names: string[];
  asset_names: string[];
  modalities: Modality[];
  stage: Stage | null;
  upfront_disclosure: Disclosure;
  upfront_usd_min: string | null;
  upfront_usd_max: string | null;
  headline_disclosure: Disclosure;
  headline_usd_min: string | null;
  headline_usd_max: string | null;
  /** The rates by which other currencies became dollars. */
  fx_source: string | null;
  upfront_share_pct: string | null;
  royalty_disclosure: Disclosure;
  royalty_min_pct: string | null;
  royalty_max_pct: string | null;
  royalty_wording: string | null;
  has_conflict: boolean;
  unverified: boolean;
  version: number;
  included: boolean;
  by_hand: boolean;
  reason: string | null;
  criterion: string | null;
};

export type LedgerDeal = {
  slug: string;
  title: string;
  type: DealType;
  status: DealStatus;
  announcedOn: string;
  corridor: string;
  parties: ListedParty[];
  assets: string[];
  stage: Stage | null;
  figures: Record<Measure, Figure>;
  hasConflict: boolean;
  unverified: boolean;
  version: number;
  included: boolean;
  byHand: boolean;
  reason: string | null;
  criterion: string | null;
};

/** A criterion, and how many more deals there would be without it. */
export type Criterion = { name: string; more: number };

export type Comparables = {
  deals: LedgerDeal[];
  left: LedgerDeal[];
  criteria: Criterion[];
  spreads: Record<Measure, Spread>;
};

export function toLedgerDeal(row: LedgerRow): LedgerDeal {
  const { slug, title, type, status, corridor, parties, stage, version } = row;
  const { unverified, included, reason, criterion } = row;
  return {
    ...{ slug, title, type, status, corridor, parties, stage, version },
    ...{ unverified, included, reason, criterion },
    announcedOn: fromDay(row.announced_on, row.announced_precision),
    assets: row.asset_names,
    figures: figuresOf(row),
    hasConflict: row.has_conflict,
    byHand: row.by_hand,
  };
}

function figuresOf(row: LedgerRow): Record<Measure, Figure> {
  const upfront = amountOf(row.upfront_disclosure, row.upfront_usd_min, row.upfront_usd_max);
  const headline = ceilingOf(row.headline_disclosure, row.headline_usd_min, row.headline_usd_max);
  return { upfront, headline, share: shareOf(row, upfront, headline), royalty: royaltyOf(row) };
}

/** What is stated as one amount. A range, a floor or a ceiling is no figure to take a median of. */
function amountOf(disclosure: Disclosure, min: string | null, max: string | null): Figure {
  if (min !== null && min === max) return { value: min };
  if (min !== null || max !== null) return { absent: "BOUNDED" };
  return { absent: wordOf(disclosure) ?? "NO_RATE" };
}

/** A headline is a ceiling by its nature: "up to" is how it is stated. */
function ceilingOf(disclosure: Disclosure, min: string | null, max: string | null): Figure {
  return max !== null && min === null ? { value: max } : amountOf(disclosure, min, max);
}

function shareOf(row: LedgerRow, upfront: Figure, headline: Figure): Figure {
  if (row.upfront_share_pct !== null) return { value: row.upfront_share_pct };
  if ("absent" in upfront) return upfront;
  return "absent" in headline ? headline : { absent: "NO_RATE" };
}

/** The highest tier, where a source states its rate. Words such as "low double digit" are no rate. */
function royaltyOf(row: LedgerRow): Figure {
  if (row.royalty_max_pct !== null) return { value: row.royalty_max_pct };
  if (row.royalty_min_pct !== null) return { absent: "BOUNDED" };
  if (row.royalty_wording !== null && row.royalty_disclosure !== "NONE")
    return { absent: "WORDED" };
  return { absent: wordOf(row.royalty_disclosure) ?? "WORDED" };
}

function wordOf(disclosure: Disclosure): Absence | null {
  switch (disclosure) {
    case "UNDISCLOSED":
    case "NONE":
    case "NOT_RESEARCHED":
      return disclosure;
    default:
      return null;
  }
}
