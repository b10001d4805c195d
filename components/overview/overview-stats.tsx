import { useTranslations } from "next-intl";
import type { Known, Standings } from "@/lib/insight/overview/dto";
import { TotalText } from "../money/total-text";
import { Stat, Stats } from "../ui/stat";

/** The catalogue in a line; each figure leads to the rows that it counts. */
export function OverviewStats({
  standings,
  headline,
  paid,
}: {
  standings: Standings;
  headline: Known;
  paid: Known;
}) {
  const t = useTranslations("overview.stats");
  const rows = (count: number, href: string) => (count > 0 ? href : undefined);
  return (
    <Stats>
      <Stat label={t("deals")} value={standings.deals} href="/deals" />
      <Stat
        label={t("cnToJp")}
        value={standings.cnToJp}
        href={rows(standings.cnToJp, "/deals?from=CN&to=JP")}
      />
      <Stat
        label={t("jpToCn")}
        value={standings.jpToCn}
        href={rows(standings.jpToCn, "/deals?from=JP&to=CN")}
      />
      <Stat
        label={t("headline")}
        value={<TotalText total={headline.total} linked={headline.total.disclosed > 0} />}
        note={t("headlineNote", { disclosed: headline.total.disclosed, all: headline.all })}
        href={rows(headline.total.disclosed, "/deals?headline_min=0")}
      />
      <Stat
        label={t("paid")}
        value={<TotalText total={paid.total} linked={paid.all > 0} />}
        note={t("paidNote", { disclosed: paid.total.disclosed, all: paid.all })}
        href={rows(paid.all, "/milestones?state=PAID&currency=USD")}
      />
    </Stats>
  );
}
