import {
  dayOfRate,
  type FxNote,
  shownBy,
  type UsedRate,
  type Wanted,
  wantedKey,
} from "../../fx/rules";
import type { FxPolicy } from "../../fx/schema";
import { stateOf } from "../../payment/term/rules";
import type { DealDoc } from "../schema";

type Term = DealDoc["terms"][number];
type Policy = Exclude<FxPolicy, "original">;
type Rates = ReadonlyMap<string, UsedRate>;

/** By which rates, of which day a deal is converted. */
export type Conversion = { policy: Policy; announcedOn: string; today: string };

function dayOf(term: Term, { policy, announcedOn, today }: Conversion): string | null {
  const stateOn = term.steps.at(-1)?.on ?? null;
  return dayOfRate(policy, { announcedOn, state: stateOf(term), stateOn }, today);
}

/** Whether a term holds an amount that is not in dollars. */
export function isForeign({ currency, min, max, steps }: Term): boolean {
  const promised = (min !== null || max !== null) && currency !== "USD";
  return promised || steps.some((step) => step.actualAmount && step.actualCurrency !== "USD");
}

/** The rates that converting these terms takes. */
export function ratesWanted(terms: readonly Term[], conversion: Conversion): Wanted[] {
  return terms.flatMap((term) => {
    const on = dayOf(term, conversion);
    if (on === null) return [];
    const used = [term.currency, ...term.steps.map(({ actualCurrency }) => actualCurrency)];
    const foreign = new Set(used.filter((code) => code !== null && code !== "USD"));
    return [...foreign].flatMap((currency) => (currency === null ? [] : { currency, on }));
  });
}

/** A deal's terms in dollars, each by its own rate. What has none stays as it was said, and the notes tell. */
export type ConvertedTerms = { terms: Term[]; notes: ReadonlyMap<string, FxNote> };

export function convertTerms(
  terms: readonly Term[],
  conversion: Conversion,
  rates: Rates,
): ConvertedTerms {
  const notes = new Map<string, FxNote>();
  const converted = terms.map((term) => {
    const on = dayOf(term, conversion);
    const rateOf = (currency: string | null) =>
      (on && currency && rates.get(wantedKey({ currency, on }))) || null;
    const { disclosure, currency, min, max } = term;
    const promise = shownBy({ disclosure, currency, min, max }, rateOf(currency));
    if (promise.fx) notes.set(term.id, promise.fx);
    return {
      ...term,
      ...promise.amount,
      steps: term.steps.map((step) => convertStep(step, rateOf(step.actualCurrency))),
    };
  });
  return { terms: converted, notes };
}

function convertStep(step: Term["steps"][number], used: UsedRate | null): Term["steps"][number] {
  const { actualAmount, actualCurrency, actualDisclosure } = step;
  const said = { disclosure: actualDisclosure, currency: actualCurrency };
  const { amount } = shownBy({ ...said, min: actualAmount, max: actualAmount }, used);
  return { ...step, actualAmount: amount.max, actualCurrency: amount.currency };
}
