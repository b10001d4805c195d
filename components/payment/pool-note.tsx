import { useTranslations } from "next-intl";
import type { DealMoney } from "@/lib/deal/money/rules";
import { hasFigure, useMoney } from "./use-money";

/** What has been drawn from a pool of milestones, and what is left in it. */
export function PoolNote({
  pool: { pool, drawn, total, left },
}: {
  pool: DealMoney["pools"][number];
}) {
  const t = useTranslations("payment");
  const money = useMoney();
  if (drawn.length === 0 || total.of === 0) return null;
  return (
    <p className="max-w-prose text-sm text-ink-2">
      {t("pool", {
        pool: money.short(pool),
        drawn: hasFigure(total) ? money.short(total) : t("nothingDisclosed"),
        count: money.countOf(total),
        left:
          left === null
            ? t("unknownLeft")
            : money.short({ ...pool, disclosure: "UP_TO", min: null, max: left }),
      })}
    </p>
  );
}
