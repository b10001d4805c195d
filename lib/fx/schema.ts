import * as z from "zod";
import { currencyCode } from "../money/schema";
import { line } from "../text";

/** What rates are told from: the euro, as the central bank publishes them, or the dollar for what it lacks. */
export const bases = ["EUR", "USD"] as const;
export type Base = (typeof bases)[number];

export function isBase(code: string): code is Base {
  return bases.some((base) => base === code);
}

const rateError = "Write the rate as a plain number with at most ten decimal places";

/** Units of `quote` for one unit of `base`: plain decimal text, at most ten places before and after the point. */
export const rateText = z
  .string({ error: rateError })
  .trim()
  .regex(/^-?\d{1,10}(\.\d{1,10})?$/, { error: rateError })
  .refine((text) => /^\d/.test(text) && /[1-9]/.test(text), { error: "A rate is above 0" });

/** The first day of the euro and of the bank's file is in 1999; a deal of before needs the dollar. */
const earliest = "1950-01-01";

/** A day that has begun somewhere on earth. */
export const rateDay = z.iso
  .date({ error: "Write the day as 2024-11-22" })
  .refine((day) => day >= earliest, { error: "A rate of before 1950 is not kept" })
  .refine((day) => day <= latestDay(new Date()), { error: "A rate of a day to come is not known" });

/** The day it is where the day begins first, UTC+14. */
function latestDay(now: Date): string {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

const rateSource = line(300);

/** A rate of one day, and who says so. */
export const rateInput = z
  .strictObject({
    base: z.enum(bases, { error: "A rate is told from EUR or USD" }),
    quote: currencyCode,
    on: rateDay,
    rate: rateText,
    source: rateSource,
  })
  .refine(({ base, quote }) => base !== quote && quote !== "EUR", {
    path: ["quote"],
    error: "Choose another currency; that of the euro is told as EUR/USD",
  });
export type Rate = z.output<typeof rateInput>;

/** Another rate for a day that has one. `was` is what the person saw: a rate changed meanwhile is not overwritten. */
export const rateCorrection = z.strictObject({
  id: z.uuid(),
  was: z.string().max(30),
  rate: rateText,
  source: rateSource,
});
export type RateCorrection = z.output<typeof rateCorrection>;

/** By which rate figures are shown in dollars; `original` converts nothing. */
export const fxPolicies = ["original", "announcement", "payment", "today"] as const;
export const fxPolicy = z.enum(fxPolicies);
export type FxPolicy = z.output<typeof fxPolicy>;

/** What an address asks for; what it should not say is the original. */
export function fxPolicyOf(asked: string | string[] | undefined): FxPolicy {
  return fxPolicy.safeParse(asked).data ?? "original";
}
