import { v5 as uuidOf } from "uuid";
import { scaled, unscaled } from "../decimal";
import type { Amount } from "../money/schema";
import type { FxPolicy } from "./schema";

const places = 18;
const unit = 10n ** BigInt(places);

/** A rate to the dollar, the day of its older leg, and every leg with its own day and who said it. */
export type UsedRate = { currency: string; rate: string; on: string | null; source: string | null };

/** A currency, and the day of the rate that is wanted. */
export type Wanted = { currency: string; on: string };

/** Names what was asked for in what `findRates` gives. */
export function wantedKey({ currency, on }: Wanted): string {
  return `${currency} ${on}`;
}

/** Decimal text of a rate → whole parts of 10^-18. */
function fixed(rate: string): bigint {
  const [whole = "0", fraction = ""] = rate.split(".");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/** A ten-thousandth's half is rounded up, as the database does. */
function divided(value: bigint, by: bigint): bigint {
  return (value * 2n + by) / (by * 2n);
}

/** An amount times a rate, exact to the ten-thousandth: plain decimal text. */
export function convert(amount: string, rate: string): string {
  return unscaled(divided(scaled(amount) * fixed(rate), unit));
}

/**
 * Dollars for one unit of a currency that the euro buys `own` units of, while it buys `dollar` dollars; rounded to 18
 * places. A dollar rate itself is turned round by `own` and "1".
 */
export function crossRate(own: string, dollar: string): string {
  const rate = divided(fixed(dollar) * unit, fixed(own));
  const fraction = String(rate % unit)
    .padStart(places, "0")
    .replace(/0+$/, "");
  return fraction ? `${rate / unit}.${fraction}` : String(rate / unit);
}

/**
 * The amount in dollars, with what was disclosed of it.
 * @throws RangeError when the rate is of another currency: amounts are never converted by a rate that is not theirs
 */
export function inDollars(amount: Amount, used: UsedRate): Amount {
  if (amount.currency !== used.currency) {
    throw new RangeError(`a rate of ${used.currency} is not one of ${amount.currency}`);
  }
  const bound = (text: string | null) => (text === null ? null : convert(text, used.rate));
  return { ...amount, currency: "USD", min: bound(amount.min), max: bound(amount.max) };
}

/** What a shown figure was made from: the rate and every leg of it, or for a sum the rates of all its parts. */
export type FxNote = {
  /** What was said; null where it was said in several currencies. */
  original: Amount | null;
  /** Null where no rate is stored: the original stands. */
  used: (Pick<UsedRate, "on" | "source"> & { rate: string | null }) | null;
};

/** An amount as it is shown, and what to tell of it; nothing where it is as it was said. */
export type Shown = { amount: Amount; fx: FxNote | null };

/** The amount in dollars by a rate; as it was said where that is in dollars or without a figure, or no rate is there. */
export function shownBy(amount: Amount, used: UsedRate | null): Shown {
  const { currency, min, max } = amount;
  if ((min === null && max === null) || currency === null || currency === "USD") {
    return { amount, fx: null };
  }
  if (used === null) return { amount, fx: { original: amount, used: null } };
  return { amount: inDollars(amount, used), fx: { original: amount, used } };
}

/** States of money that has moved: it has a day of its own. */
const moved = new Set(["TRIGGERED", "INVOICED", "DISPUTED", "PAID"]);

/** What became of an amount, and when: business dates as text, no more of them than is known. */
export type Dated = { announcedOn: string; state: string; stateOn: string | null };

/**
 * The day by whose rate an amount is converted; null where no such day is known, for a month is no day. What was
 * neither triggered nor paid goes by the announcement. `rateBy` in queries.ts says the same to the database.
 */
export function dayOfRate(
  policy: Exclude<FxPolicy, "original">,
  { announcedOn, state, stateOn }: Dated,
  today: string,
): string | null {
  switch (policy) {
    case "announcement":
      return wholeDay(announcedOn);
    case "payment":
      return wholeDay(moved.has(state) ? stateOn : announcedOn);
    case "today":
      return today;
    default:
      return policy satisfies never;
  }
}

function wholeDay(date: string | null): string | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}

/** The namespace of the ids under which currencies have their history. */
const namespace = "8a7c1f0e-5d0b-5c4e-9a51-2f6d3f6f2b10";

export function currencyId(code: string): string {
  return uuidOf(code, namespace);
}

/** A rate to six significant digits, in a locale's own way: for reading, not for reckoning. */
export function formatRate(rate: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(Number(rate));
}
