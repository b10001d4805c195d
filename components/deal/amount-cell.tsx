import type { FxNote } from "@/lib/fx/rules";
import { formatAmount } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";
import { FxFigure } from "../fx/fx-figure";
import { cx } from "../ui/cx";

/** The words of `deals`, and of `enums`. */
export type Say = {
  t: (key: string) => string;
  enums: (key: string) => string;
  locale: string;
};

/** An amount in a table: compact, the exact figure as its title; words where there is no figure. */
export function amountCell(amount: Amount, mixed: boolean, { t, enums, locale }: Say) {
  const words = {
    UNDISCLOSED: enums("amountWord.UNDISCLOSED"),
    NONE: enums("amountWord.NONE"),
    NOT_RESEARCHED: enums("amountWord.NOT_RESEARCHED"),
  };
  if (amount.min === null && amount.max === null) {
    const said = amount.disclosure === "NONE" || amount.disclosure === "UNDISCLOSED";
    return {
      content: mixed ? t("mixed") : formatAmount(amount, locale, words),
      className: said ? "muted" : "muted quiet",
    };
  }
  const exact = formatAmount(amount, locale, words, { compact: false });
  return {
    content: formatAmount(amount, locale, words),
    title: `${exact} ${amount.currency ?? ""}`,
  };
}

/** The same as a cell of a plain table; `label` says its column where the table has no head. */
export function AmountCell({
  amount,
  fx = null,
  label,
  ...say
}: Say & { amount: Amount; fx?: FxNote | null; label: string }) {
  const { content, className, title } = amountCell(amount, false, say);
  return (
    <td className={cx("num", className)} title={fx ? undefined : title} data-label={label}>
      {fx ? <FxFigure note={fx}>{content}</FxFigure> : content}
    </td>
  );
}
