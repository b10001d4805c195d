import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";

/** An amount in a table: compact, the exact figure on hover; words where there is no figure. */
export function AmountCell({ amount, mixed = false }: { amount: Amount; mixed?: boolean }) {
  const t = useTranslations("enums.amountWord");
  const deals = useTranslations("deals");
  const locale = useLocale();
  const known = amount.min !== null || amount.max !== null;
  if (!known && mixed) return <td className="num muted">{deals("mixed")}</td>;
  const words = {
    UNDISCLOSED: t("UNDISCLOSED"),
    NONE: t("NONE"),
    NOT_RESEARCHED: t("NOT_RESEARCHED"),
  };
  if (!known) return <td className="num muted">{formatAmount(amount, locale, words)}</td>;
  const exact = formatAmount(amount, locale, words, { compact: false });
  return (
    <td className="num" title={exact}>
      {formatAmount(amount, locale, words)}
    </td>
  );
}
