import { useTranslations } from "next-intl";
import type { MilestoneTotals } from "@/lib/catalogue/milestone/total/queries";
import { Counted } from "../money/counted";
import { TotalText } from "../money/total-text";

/** What the listed payments add up to, each currency by itself and each bound by itself. */
export function MilestoneSums({ totals: { sums, unrated } }: { totals: MilestoneTotals }) {
  const t = useTranslations("milestones");
  const fx = useTranslations("fx");
  if (sums.length === 0) return null;
  return (
    <dl aria-label={t("sums")} className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {sums.map(({ total, parts }) => (
        <div key={total.currency}>
          <dt className="inline text-xs text-ink-3">{total.currency ?? t("noCurrency")}</dt>{" "}
          <dd className="inline tabular-nums">
            <TotalText total={total} /> <Counted total={total} parts={parts} />
          </dd>
        </div>
      ))}
      {unrated > 0 && (
        <div>
          <dt className="sr-only">{fx("noRate")}</dt>
          <dd className="text-ink-3">{fx("without", { count: unrated })}</dd>
        </div>
      )}
    </dl>
  );
}
