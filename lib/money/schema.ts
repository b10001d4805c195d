import * as z from "zod";
import { readDecimal, scaled } from "../decimal";
import type { FieldError } from "../errors";
import { blankAsNull } from "../text";

/** ISO 4217 codes of the money in use, without funds, metals and testing codes (2026-01). */
export const currencies: ReadonlySet<string> = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
  CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
  GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
  KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
  NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE
  SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND
  VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

export const currencyCode = z
  .string({ error: "Choose a currency" })
  .trim()
  .toUpperCase()
  .refine((code) => currencies.has(code), { error: "This is not a currency code in use" });

/** An amount as people type it → plain decimal text, at most 16 digits before the point and 4 after. */
export const decimalText = z
  .string({ error: "Write an amount such as 1250000, 1,234, 400m or 4億" })
  .transform((typed, ctx) => {
    const read = readDecimal(typed);
    if ("amount" in read) return read.amount;
    ctx.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });

/** What a source says of an amount. Undisclosed, none and 0 are three things. */
export const disclosures = [
  "EXACT",
  "APPROX",
  "UP_TO",
  "AT_LEAST",
  "RANGE",
  "UNDISCLOSED",
  "NONE",
  "NOT_RESEARCHED",
] as const;
export const disclosure = z.enum(disclosures, { error: "Say how the amount was disclosed" });
export type Disclosure = z.output<typeof disclosure>;

/** The four fields of an amount, to spread into the shape of a term. Follow with `completeAmount` and `amountProblems`. */
export const amountFields = {
  disclosure,
  currency: blankAsNull(currencyCode),
  min: blankAsNull(decimalText),
  max: blankAsNull(decimalText),
};

export type Amount = {
  disclosure: Disclosure;
  currency: string | null;
  min: string | null;
  max: string | null;
};

export const amountInput = z
  .strictObject(amountFields)
  .transform(completeAmount)
  .superRefine((amount, ctx) => {
    for (const { path, message } of amountProblems(amount)) {
      ctx.addIssue({ code: "custom", path: [path], message });
    }
  });

/** An exact or approximate amount is typed once: the bound that was left blank is the other one. */
export function completeAmount<A extends Amount>(amount: A): A {
  if (amount.disclosure !== "EXACT" && amount.disclosure !== "APPROX") return amount;
  return { ...amount, min: amount.min ?? amount.max, max: amount.max ?? amount.min };
}

/** Why the bounds contradict the disclosure, by field. The database's CHECKs say the same. */
export function amountProblems(amount: Amount): FieldError[] {
  const { disclosure, currency, min, max } = completeAmount(amount);
  const problems = boundProblems(disclosure, min, max);
  if ((min !== null || max !== null) && currency === null) {
    problems.push({ path: "currency", message: "An amount needs a currency" });
  }
  if (disclosure !== "EXACT" && (isZero(min) || isZero(max))) {
    const path = isZero(min) ? "min" : "max";
    problems.push({ path, message: "Zero can only be stated as an exact amount" });
  }
  return problems;
}

function isZero(bound: string | null): boolean {
  return bound !== null && scaled(bound) === 0n;
}

function boundProblems(disclosure: Disclosure, min: string | null, max: string | null) {
  const problems: FieldError[] = [];
  const wrong = (path: "min" | "max", message: string) => problems.push({ path, message });
  switch (disclosure) {
    case "EXACT":
    case "APPROX":
      if (min === null) wrong("min", "Give the amount");
      else if (max !== null && scaled(min) !== scaled(max))
        wrong("max", "This amount is one figure, not a range");
      return problems;
    case "UP_TO":
      if (max === null) wrong("max", "Give the upper bound");
      if (min !== null) wrong("min", "An amount with only an upper bound has no lower one");
      return problems;
    case "AT_LEAST":
      if (min === null) wrong("min", "Give the lower bound");
      if (max !== null) wrong("max", "An amount with only a lower bound has no upper one");
      return problems;
    case "RANGE":
      if (min === null) wrong("min", "Give the lower bound");
      if (max === null) wrong("max", "Give the upper bound");
      if (min !== null && max !== null && scaled(min) >= scaled(max)) {
        wrong("max", "The upper bound must be above the lower one");
      }
      return problems;
    case "UNDISCLOSED":
    case "NONE":
    case "NOT_RESEARCHED":
      if (min !== null) wrong("min", "Remove the figure, or say how it was disclosed");
      if (max !== null) wrong("max", "Remove the figure, or say how it was disclosed");
      return problems;
    default:
      return disclosure satisfies never;
  }
}
