import type { useTranslations } from "next-intl";
import { formatAmount } from "@/lib/money/rules";
import type { Amount } from "@/lib/money/schema";

type Words = ReturnType<typeof useTranslations>;

type Cell = {
  /** The column, which is the cell's key; `label` says it where the table has no head. */
  name: string;
  label?: string;
  mixed?: boolean;
  locale: string;
  /** Of `deals`, and of `enums`. */
  t: Words;
  enums: Words;
};

/** An amount in a table: compact, the exact figure on hover; words where there is no figure. */
export function AmountCell({
  name,
  label,
  amount,
  mixed = false,
  locale,
  t,
  enums,
}: Cell & { amount: Amount }) {
  const known = amount.min !== null || amount.max !== null;
  const words = {
    UNDISCLOSED: enums("amountWord.UNDISCLOSED"),
    NONE: enums("amountWord.NONE"),
    NOT_RESEARCHED: enums("amountWord.NOT_RESEARCHED"),
  };
  const heading = label ?? t(`columns.${name}`);
  if (!known) {
    const said = amount.disclosure === "NONE" || amount.disclosure === "UNDISCLOSED";
    return (
      <td key={name} className={said ? "num muted" : "num muted quiet"} data-label={heading}>
        {mixed ? t("mixed") : formatAmount(amount, locale, words)}
      </td>
    );
  }
  const exact = formatAmount(amount, locale, words, { compact: false });
  return (
    <td key={name} className="num" title={`${exact} ${amount.currency ?? ""}`} data-label={heading}>
      {formatAmount(amount, locale, words)}
    </td>
  );
}

/** What was paid so far; nothing known is said, and is not nothing. */
export function PaidCell({ amount, ...cell }: Cell & { amount: Amount | null }) {
  if (amount) return AmountCell({ amount, ...cell });
  return (
    <td key={cell.name} className="num muted quiet" data-label={cell.t(`columns.${cell.name}`)}>
      {cell.mixed ? cell.t("mixed") : cell.t("nonePaid")}
    </td>
  );
}
