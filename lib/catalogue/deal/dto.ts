import type { DealStatus, DealType, Disclosure, Modality, Stage } from "@/prisma/generated/enums";
import type { FxNote } from "../../fx/rules";
import type { Amount } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";
import type { ListedMoney } from "./fx/dto";

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
  closed_on: string | null;
  closed_precision: Precision | null;
  /** The day, in UTC. */
  updated_on: string;
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
  /** Whether some paid term has no amount; null where none is known to be paid. */
  paid_withheld: boolean | null;
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
  closedOn: string | null;
  updatedOn: string;
  corridor: string;
  parties: RowParty[];
  modalities: Modality[];
  targets: string[];
  indications: string[];
  stage: Stage | null;
  upfront: Amount;
  headline: Amount;
  /** A lower bound where a paid term has no amount; null when nothing is known to be paid. */
  paid: Amount | null;
  mixed: boolean;
  /** Where the figures are shown in dollars: by which rates. */
  fx: Record<"upfront" | "headline" | "paid", FxNote | null> | null;
  hasConflict: boolean;
  unverified: boolean;
};

/** Plain decimal text without the zeros that numeric(24,4) pads. */
function tidy(amount: string | null): string | null {
  return amount?.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}

/** The row, with its figures in dollars where `money` has them. */
export function inDollarsBy(item: DealListItem, money: ListedMoney | undefined): DealListItem {
  if (!money) return item;
  const { upfront, headline, paid } = money;
  return {
    ...item,
    upfront: upfront?.amount ?? item.upfront,
    headline: headline?.amount ?? item.headline,
    paid: paid?.amount ?? item.paid,
    fx: { upfront: upfront?.fx ?? null, headline: headline?.fx ?? null, paid: paid?.fx ?? null },
  };
}

export function toDealListItem(row: Row): DealListItem {
  const { currency } = row;
  const { id, slug, title, type, status, corridor, parties, modalities, targets, indications } =
    row;
  return {
    ...{ id, slug, title, type, status, corridor, parties, modalities, targets, indications },
    announcedOn: fromDay(row.announced_on, row.announced_precision),
    closedOn:
      row.closed_on && row.closed_precision ? fromDay(row.closed_on, row.closed_precision) : null,
    updatedOn: row.updated_on,
    stage: row.stage,
    upfront: {
      ...{ disclosure: row.upfront_disclosure, currency },
      ...{ min: tidy(row.upfront_min), max: tidy(row.upfront_max) },
    },
    headline: {
      ...{ disclosure: row.headline_disclosure, currency },
      ...{ min: tidy(row.headline_min), max: tidy(row.headline_max) },
    },
    paid: paidOf(row),
    mixed: currency === "MIXED",
    fx: null,
    hasConflict: row.has_conflict,
    unverified: row.unverified,
  };
}

function paidOf({ paid_to_date, paid_withheld, currency }: Row): Amount | null {
  const paid = tidy(paid_to_date);
  if (paid !== null && paid_withheld === false) {
    return { disclosure: "EXACT", currency, min: paid, max: paid };
  }
  if (paid !== null) return { disclosure: "AT_LEAST", currency, min: paid, max: null };
  if (paid_withheld === null) return null;
  return { disclosure: "UNDISCLOSED", currency: null, min: null, max: null };
}
