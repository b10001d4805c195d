import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Figure } from "@/lib/insight/comparable/rules";
import type { Measure } from "@/lib/insight/comparable/schema";
import { formatMoney } from "@/lib/money/rules";

/** Amounts in US dollars, the others in per cent. */
const isMoney = (measure: Measure) => measure === "upfront" || measure === "headline";

/** Figures of a measure in words. */
export function useMeasure() {
  const t = useTranslations("comparables");
  const locale = useLocale();
  const { number } = useFormatter();
  const value = (measure: Measure, text: string): string =>
    isMoney(measure)
      ? formatMoney(text, "USD", locale, { compact: true })
      : number(Number(text) / 100, { style: "percent", maximumFractionDigits: 1 });
  return {
    value,
    figure: (measure: Measure, figure: Figure): string =>
      "value" in figure ? value(measure, figure.value) : t(`absent.${figure.absent}`),
    scale: (measure: Measure): "log" | "linear" => (isMoney(measure) ? "log" : "linear"),
  };
}
