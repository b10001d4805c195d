import type { DealStatus, DealType, Disclosure, Modality, Stage } from "@/prisma/generated/enums";
import type { Amount } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";

export type RowParty = {
  slug: string;
  name: string;
  native: string | null;
  lang: string | null;
  country: string;
  side: "giving" | "taking" | "other";
};

/** A row as postgres.js reads it: dates and decimals are text. */
export type Row = {
  id: string;
  slug: string;
  title: string;
  type: DealType;
  status: DealStatus;
  announced_on: string;
  announced_precision: Precision;
  corridor: string;
  parties: RowParty[];
  modalities: Modality[];
  targets: string[];
  indications: string[];
  stage: Stage | null;
  currency: string | null;
  upfront_min: string | null;
  upfront_max: string | null;
  upfront_disclosure: Disclosure;
  headline_min: string | null;
  headline_max: string | null;
  headline_disclosure: Disclosure;
  paid_to_date: string | null;
  has_conflict: boolean;
  unverified: boolean;
  sort_value: string | null;
};

/** A deal in a list. `mixed`: amounts of several currencies, which are never added. */
export type DealListItem = {
  id: string;
  slug: string;
  title: string;
  type: DealType;
  status: DealStatus;
  announcedOn: string;
  corridor: string;
  parties: RowParty[];
  modalities: Modality[];
  targets: string[];
  indications: string[];
  stage: Stage | null;
  upfront: Amount;
  headline: Amount;
  /** A lower bound; null when no paid amount is known. */
  paid: Amount | null;
  mixed: boolean;
  hasConflict: boolean;
  unverified: boolean;
};

/** Plain decimal text without the zeros that numeric(24,4) pads. */
function tidy(amount: string | null): string | null {
  return amount?.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

export function toDealListItem(row: Row): DealListItem {
  const { currency } = row;
  const { id, slug, title, type, status, corridor, parties, modalities, targets, indications } =
    row;
  const paid = tidy(row.paid_to_date);
  return {
    ...{ id, slug, title, type, status, corridor, parties, modalities, targets, indications },
    announcedOn: fromDay(row.announced_on, row.announced_precision),
    stage: row.stage,
    upfront: {
      ...{ disclosure: row.upfront_disclosure, currency },
      ...{ min: tidy(row.upfront_min), max: tidy(row.upfront_max) },
    },
    headline: {
      ...{ disclosure: row.headline_disclosure, currency },
      ...{ min: tidy(row.headline_min), max: tidy(row.headline_max) },
    },
    paid: paid === null ? null : { disclosure: "AT_LEAST", currency, min: paid, max: null },
    mixed: currency === "MIXED",
    hasConflict: row.has_conflict,
    unverified: row.unverified,
  };
}
