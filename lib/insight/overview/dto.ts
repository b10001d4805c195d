import type { PaymentState, TermKind } from "@/prisma/generated/enums";
import type { Total } from "../../money/rules";
import type { Amount, Disclosure } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";

/** Deals of one year between the same countries, and how many of them are in doubt. */
export type Flow = {
  year: number;
  giving: string[];
  taking: string[];
  deals: number;
  conflicts: number;
  unverified: number;
};

/** Deals of a year: all, and by the two corridors this catalogue is about. A deal may be in both, or in neither. */
export type YearFlow = {
  year: number;
  deals: number;
  cnToJp: number;
  jpToCn: number;
  both: number;
};

/** Deals from one country's side to another's. A deal of several countries counts in each. */
export type Corridor = { from: string; to: string; deals: number };

export type Standings = {
  deals: number;
  conflicts: number;
  unverified: number;
  cnToJp: number;
  jpToCn: number;
};

/** A total, of how many deals or payments it could be. */
export type Known = { total: Total; all: number };

/** A payment as a line of a short list. */
export type ListedTerm = {
  id: string;
  deal: { slug: string; title: string };
  kind: TermKind;
  trigger: string | null;
  state: PaymentState;
  on: string | null;
  amount: Amount;
};

export type ListedTermRow = {
  id: string;
  slug: string;
  title: string;
  kind: TermKind;
  trigger: string | null;
  state: PaymentState;
  day: string | null;
  precision: Precision | null;
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
};

export function toListedTerm(row: ListedTermRow): ListedTerm {
  const { id, slug, title, kind, trigger, state, day, precision } = row;
  const { disclosure, currency, min, max } = row;
  return {
    ...{ id, kind, trigger, state },
    deal: { slug, title },
    on: day && precision ? fromDay(day, precision) : null,
    amount: { disclosure, currency, min, max },
  };
}

/** A change by a person, with the record's name of today; a purged record has none. */
export type RecentChange = {
  id: string;
  at: string;
  actorName: string;
  action: string;
  noun: "COMPANY" | "ASSET" | "DEAL";
  record: { slug: string; name: string } | null;
  fields: number;
};
