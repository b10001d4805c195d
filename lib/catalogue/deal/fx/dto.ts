import { type FxNote, type Shown, shownBy, type UsedRate } from "../../../fx/rules";
import { totalOf } from "../../../money/rules";
import type { Amount } from "../../../money/schema";

const groups = ["upfront", "headline", "paid"] as const;
type Group = (typeof groups)[number];

/** One amount of a deal, and the rate it goes by. */
export type Part = { group: Group; amount: Amount; used: UsedRate | null };

/** Of each figure of a list what is shown in dollars and by which rates; null where the deal has no such amount. */
export type ListedMoney = Record<Group, Shown | null>;

export function toMoney(parts: readonly Part[]): ListedMoney {
  const of = (group: Group) => sumOf(parts.filter((part) => part.group === group));
  return { upfront: of("upfront"), headline: of("headline"), paid: of("paid") };
}

/** The sum in dollars, or null where it cannot be told: there is nothing, or a part of it has no rate. */
function sumOf(parts: readonly Part[]): Shown | null {
  const shown = parts.map(({ amount, used }) => shownBy(amount, used));
  if (shown.length === 0) return null;
  const notes = shown.flatMap(({ fx }) => fx ?? []);
  const [only] = notes;
  if (notes.some(({ used }) => used === null)) {
    return { amount: saidOf(parts), fx: { original: only?.original ?? null, used: null } };
  }
  const { currency, min, max, disclosure } = totalOf(shown.map(({ amount }) => amount));
  const amount = { currency, min, max, disclosure };
  if (!only) return { amount, fx: null };
  return { amount, fx: parts.length === 1 ? only : noteOfSum(parts, notes) };
}

/** What was said, where that is in one currency; else no figure. */
function saidOf(parts: readonly Part[]): Amount {
  const currencies = new Set(parts.flatMap(({ amount }) => amount.currency ?? []));
  if (currencies.size > 1) {
    return { currency: null, min: null, max: null, disclosure: "UNDISCLOSED" };
  }
  const { currency, min, max, disclosure } = totalOf(parts.map(({ amount }) => amount));
  return { currency, min, max, disclosure };
}

/** A sum of one currency by one rate names both; any other names all its rates. */
function noteOfSum(parts: readonly Part[], notes: readonly FxNote[]): FxNote {
  const sources = new Set(notes.flatMap(({ used }) => used?.source ?? []));
  const [first] = notes;
  const one = new Set(parts.map(({ used }) => `${used?.currency} ${used?.rate}`)).size === 1;
  if (one && first) return { original: saidOf(parts), used: first.used };
  return { original: null, used: { rate: null, on: null, source: [...sources].join("; ") } };
}
