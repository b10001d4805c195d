import type {
  DealStatus,
  Exclusivity,
  Modality,
  PaymentState,
  Right,
  Stage,
  TermKind,
} from "@/prisma/generated/enums";
import { type FxNote, shownBy } from "../../fx/rules";
import type { FxPolicy } from "../../fx/schema";
import type { Total } from "../../money/rules";
import type { Amount, Disclosure } from "../../money/schema";
import { type Part, type PartRow, toTotal } from "../../money/total/dto";

/** Money that comes to the company, or that it owes. */
export type Way = "in" | "out";

/** What is counted of a payment: the promise, the announced totals, and what happened to it. */
export const measures = ["promised", "headline", "triggered", "paid"] as const;
export type Measure = (typeof measures)[number];

/** Totals of one way in one currency; `currency` is null for terms whose currency nobody says. */
export type MoneyLine = {
  way: Way;
  currency: string | null;
  totals: Partial<Record<Measure, Total>>;
  /** What is inside each total, kind by kind. */
  parts: Partial<Record<Measure, Part<TermKind>[]>>;
};

export type MoneyRow = PartRow<TermKind> & { way: Way; measure: Measure };

/** One line a way and currency: what comes in first, then the most often used currency. */
export function toMoneyLines(rows: readonly MoneyRow[]): MoneyLine[] {
  const lines = new Map<string, MoneyLine>();
  for (const row of rows) {
    const key = `${row.way} ${row.currency}`;
    const line = lines.get(key) ?? { way: row.way, currency: row.currency, totals: {}, parts: {} };
    const total = toTotal(row, row.currency);
    if (row.part === null) line.totals[row.measure] = total;
    else line.parts[row.measure] = [...(line.parts[row.measure] ?? []), { of: row.part, total }];
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) => a.way.localeCompare(b.way) || counted(b) - counted(a) || byCurrency(a, b),
  );
}

function counted({ currency, totals }: MoneyLine): number {
  if (currency === null) return -1;
  return (totals.promised?.of ?? 0) + (totals.headline?.of ?? 0);
}

function byCurrency(a: MoneyLine, b: MoneyLine): number {
  return (a.currency ?? "").localeCompare(b.currency ?? "");
}

/** One payment behind the figures. `measures` says which of them count it. */
export type CountedTerm = {
  id: string;
  way: Way;
  deal: { slug: string; title: string };
  kind: TermKind;
  trigger: string | null;
  state: PaymentState;
  amount: Amount;
  /** Where the amount is not as it was said. */
  fx: FxNote | null;
  measures: Measure[];
};

export type CountedTermRow = {
  id: string;
  way: Way;
  slug: string;
  title: string;
  kind: TermKind;
  trigger: string | null;
  state: PaymentState;
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
  rate: string | null;
  on: string | null;
  source: string | null;
  measures: Measure[];
};

export function toCountedTerm(row: CountedTermRow, policy: FxPolicy): CountedTerm {
  const { id, way, slug, title, kind, trigger, state, measures } = row;
  const { disclosure, currency, min, max, rate, on, source } = row;
  const said = { disclosure, currency, min, max };
  const used = rate !== null && currency !== null ? { currency, rate, on, source } : null;
  return {
    ...{ id, way, kind, trigger, state, measures },
    deal: { slug, title },
    ...(policy === "original" ? { amount: said, fx: null } : shownBy(said, used)),
  };
}

/** A company that shares deals with this one. `given` and `taken` are the deals between the two sides. */
export type Partner = {
  slug: string;
  name: string;
  native: string | null;
  lang: string | null;
  country: string;
  deals: number;
  given: number;
  taken: number;
};

export type Year = { year: number; deals: number; given: number; taken: number };

export type Standing = {
  deals: number;
  given: number;
  taken: number;
  other: number;
};

export type OriginatedAsset = {
  slug: string;
  name: string;
  modality: Modality;
  targets: string[];
  currentStage: Stage;
};

/** What one grant gives: rights, where, and when it only holds later. */
export type HeldGrant = {
  id: string;
  rights: Right[];
  exclusivity: Exclusivity;
  wording: string | null;
  include: string[];
  exclude: string[];
  conditions: string[];
};

/** What the company holds by a deal that stands; without grants where none is on record. */
export type HeldRights = {
  deal: { slug: string; title: string; status: DealStatus };
  assets: { slug: string; name: string }[];
  grants: HeldGrant[];
};
