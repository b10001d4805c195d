import { useTranslations } from "next-intl";
import type { Amount } from "@/lib/money/schema";
import { hasFigure } from "../payment/use-money";
import { Tooltip } from "../ui/tooltip";
import { useFigures } from "./use-figures";

/** An amount or a total: short, every digit and the currency on hover and focus. Null stands for several currencies. */
export function Figure({
  amount,
  linked = false,
}: {
  amount: Amount | null;
  /** The figure stands in a link, which the keyboard reaches already. */
  linked?: boolean;
}) {
  const t = useTranslations("money");
  const figures = useFigures();
  if (amount === null) return <span className="text-ink-3">{t("several")}</span>;
  if (!hasFigure(amount)) {
    return <span className="font-normal text-ink-3">{figures.short(amount)}</span>;
  }
  return (
    <Tooltip
      text={[figures.exact(amount), amount.currency].filter(Boolean).join(" · ")}
      focusable={!linked}
    >
      {figures.short(amount)}
    </Tooltip>
  );
}
