import { useLocale, useTranslations } from "next-intl";
import { formatAmount, formatMoney } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";

export function hasFigure({ min, max }: Amount): boolean {
  return min !== null || max !== null;
}

/** Amounts in words and figures; what is unknown is said, never 0 and never a dash. */
export function useMoney() {
  const t = useTranslations("payment");
  const enums = useTranslations("enums");
  const locale = useLocale();
  const words = {
    UNDISCLOSED: enums("amountWord.UNDISCLOSED"),
    NONE: enums("amountWord.NONE"),
    NOT_RESEARCHED: enums("amountWord.NOT_RESEARCHED"),
  };

  /** Every digit: "up to $730,000,000". */
  const exact = ({ disclosure, currency, min, max }: Amount): string => {
    const figure = (bound: string | null) => formatMoney(bound ?? "0", currency, locale);
    switch (disclosure) {
      case "EXACT":
      case "APPROX":
      case "UP_TO":
        return t(`said.${disclosure}`, { amount: figure(max) });
      case "AT_LEAST":
        return t("said.AT_LEAST", { amount: figure(min) });
      case "RANGE":
        return t("said.RANGE", { from: figure(min), to: figure(max) });
      case "UNDISCLOSED":
      case "NONE":
      case "NOT_RESEARCHED":
        return words[disclosure];
      default:
        return disclosure satisfies never;
    }
  };

  return {
    exact,
    /** "≤ $730M", never broken after its sign. */
    short: (amount: Amount) => formatAmount(amount, locale, words).replace(" ", "\u00a0"),
    figure: (amount: string, currency: string | null) => formatMoney(amount, currency, locale),
    /** "2 of 3 disclosed"; empty where all are. */
    countOf: ({ disclosed, of }: { disclosed: number; of: number }) =>
      t("disclosedOf", { disclosed, of }),
  };
}
