import { useLocale, useTranslations } from "next-intl";
import type { MilestoneTotals } from "@/lib/catalogue/milestone/queries";
import { formatMoney } from "@/lib/money/rules";

/** What the listed payments add up to, each currency by itself and each bound by itself. */
export function MilestoneSums({ totals }: { totals: MilestoneTotals }) {
  const t = useTranslations("milestones");
  const fx = useTranslations("fx");
  const locale = useLocale();
  if (totals.of === 0) return null;
  return (
    <div className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <span className="text-ink-3">
        {t("disclosed", { disclosed: totals.disclosed, of: totals.of })}
      </span>
      {totals.currencies.map(({ amount: { currency, min, max } }) => (
        <span key={currency} className="tabular-nums">
          <span className="mr-1.5 text-xs text-ink-3">{currency}</span>
          {bounds(min, max, (amount) => formatMoney(amount, currency, locale, { compact: true }))}
        </span>
      ))}
      {totals.unrated > 0 && (
        <span className="text-ink-3">{fx("without", { count: totals.unrated })}</span>
      )}
    </div>
  );
}

function bounds(min: string | null, max: string | null, show: (amount: string) => string) {
  if (min !== null && min === max) return show(min);
  return [min && `≥ ${show(min)}`, max && `≤ ${show(max)}`].filter(Boolean).join(", ");
}
