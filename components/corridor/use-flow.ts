import { useFormatter, useTranslations } from "next-intl";
import type { FlowMeasure } from "@/lib/insight/corridor/schema";
import type { DealSum } from "@/lib/insight/flow/dto";
import { useFigures } from "../money/use-figures";

type Sum = Pick<DealSum<never>, "deals" | "upfront" | "headline" | "paid">;

/** What a flow says in the measure that was chosen: deals, or bounds in US dollars with how many disclose them. */
export function useFlow(measure: FlowMeasure) {
  const t = useTranslations("corridors");
  const figures = useFigures();
  const { number } = useFormatter();
  /** "12", "≥ $1.2B, ≤ $3.4B" */
  const short = (sum: Sum): string => {
    if (measure === "deals") return number(sum.deals);
    if (measure === "paid") {
      const { amount } = sum.paid;
      if (amount === null) return t("noFigure");
      return figures.short({ disclosure: "AT_LEAST", currency: "USD", min: amount, max: null });
    }
    return figures.short(sum[measure].total);
  };
  /** The same, with how many of the deals disclose it. */
  const long = (sum: Sum): string => {
    if (measure === "deals") return t("deals", { count: sum.deals });
    const disclosed = measure === "paid" ? sum.paid.disclosed : sum[measure].total.disclosed;
    return t("disclosed", { figure: short(sum), disclosed, of: sum.deals });
  };
  return { short, long };
}
