import { useTranslations } from "next-intl";
import type { Total } from "@/lib/money/rules";
import { hasFigure } from "../payment/use-money";
import { Figure } from "./figure";

/** A total. Where some amounts are known and yet they bound nothing together, it says so. */
export function TotalText({ total, linked }: { total: Total; linked?: boolean }) {
  const t = useTranslations("money");
  if (!hasFigure(total) && total.disclosed > 0) {
    return <span className="font-normal text-ink-3">{t("noBound")}</span>;
  }
  return <Figure amount={total} linked={linked} />;
}
