import { formatMoney } from "@/lib/money/rules";
import type { Disclosure } from "@/lib/money/schema";
import { boundsOf, type TermFields } from "./term-fields";

type Words = {
  /** The word of a disclosure. */
  said: (key: `disclosure.${Disclosure}`) => string;
  word: (key: "UNDISCLOSED" | "NONE" | "NOT_RESEARCHED") => string;
};

/** What was understood of an amount, with every digit and its currency; "" while nothing is said. */
export function readAmount(term: TermFields, locale: string, { said, word }: Words): string {
  const { min, max, currency } = boundsOf(term);
  const { disclosure } = term;
  const show = (bound: string | null) =>
    bound === null || !/^\d+(\.\d+)?$/.test(bound) ? "?" : formatMoney(bound, currency, locale);
  switch (disclosure) {
    case "EXACT":
      return withCode(show(max), currency);
    case "APPROX":
    case "UP_TO":
      return withCode(`${said(`disclosure.${disclosure}`)} ${show(max)}`, currency);
    case "AT_LEAST":
      return withCode(`${said("disclosure.AT_LEAST")} ${show(min)}`, currency);
    case "RANGE":
      return withCode(`${show(min)} – ${show(max)}`, currency);
    case "UNDISCLOSED":
    case "NONE":
    case "NOT_RESEARCHED":
      return term.amount.trim() ? show(max) : word(disclosure);
    default:
      return disclosure satisfies never;
  }
}

// "$" and "¥" are signs of several currencies.
function withCode(text: string, currency: string | null): string {
  return currency && !text.includes(currency) ? `${text} · ${currency}` : text;
}
