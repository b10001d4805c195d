import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";
import { useMoney } from "../payment/use-money";

/** The words of amounts, and of totals: a total's two bounds are told apart, for it is no range that anyone stated. */
export function useFigures() {
  const t = useTranslations("money");
  const money = useMoney();
  const locale = useLocale();
  return {
    ...money,
    /** "≥ $400M, ≤ $1.13B" */
    short: (amount: Amount): string => {
      const { disclosure, currency, min, max } = amount;
      if (disclosure !== "RANGE" || min === null || max === null) return money.short(amount);
      const figure = (bound: string) => formatMoney(bound, currency, locale, { compact: true });
      return t("bounds", { min: figure(min), max: figure(max) });
    },
  };
}
