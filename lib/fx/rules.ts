import { v5 as uuidOf } from "uuid";
import { scaled, unscaled } from "../decimal";
import type { Amount } from "../money/schema";

const places = 18;
const unit = 10n ** BigInt(places);

/** A rate to the dollar, the day of its older leg, and every leg with its own day and who said it. */
export type UsedRate = { currency: string; rate: string; on: string | null; source: string | null };

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

/** The namespace of the ids under which currencies have their history. */
const namespace = "8a7c1f0e-5d0b-5c4e-9a51-2f6d3f6f2b10";

export function currencyId(code: string): string {
  return uuidOf(code, namespace);
}
