import { type FxNote, formatRate } from "@/lib/fx/rules";
import { formatAmount } from "@/lib/money/rules";

/** The words of `fx`, and the language. */
export type FxSay = {
  fx: (key: string, values?: Record<string, string>) => string;
  locale: string;
};

/** Only what has a figure is converted. */
const unsaid = { UNDISCLOSED: "", NONE: "", NOT_RESEARCHED: "" };

/** What is told of a converted figure: what was said, and the rate with its day and every source; or why there is none. */
export function fxNoteText({ original, used }: FxNote, { fx, locale }: FxSay): string {
  const currency = original?.currency ?? null;
  if (used === null) return currency ? fx("noRateOf", { currency }) : fx("noRateSum");
  const { rate, on, source } = used;
  const said = original
    ? `${formatAmount(original, locale, unsaid, { compact: false })} ${original.currency ?? ""}`
    : fx("several");
  const words = { original: said, source: source ?? "" };
  if (rate === null || on === null || currency === null) return fx("sum", words);
  return fx("note", { ...words, currency, on, rate: formatRate(rate, locale) });
}
