import { useTranslations } from "next-intl";
import { Stat, Stats } from "../ui/stat";
import type { CompanyView } from "./company-view";

/** How many deals, on which side, with how many others; each figure leads to what it counts. */
export function CompanyStats({ doc, counts, partners, years }: CompanyView) {
  const t = useTranslations("company.stats");
  const first = years[0]?.year;
  const last = years.at(-1)?.year;
  return (
    <Stats>
      <Stat
        label={t("deals")}
        value={counts.deals}
        note={first && (first === last ? first : t("years", { first, last: last ?? first }))}
        href={counts.deals > 0 ? `/deals?company=${doc.slug}` : undefined}
      />
      <Stat
        label={t("given")}
        value={counts.given}
        note={t("givenNote")}
        href={counts.given > 0 ? `/deals?licensor=${doc.slug}` : undefined}
      />
      <Stat
        label={t("taken")}
        value={counts.taken}
        note={t("takenNote")}
        href={counts.taken > 0 ? `/deals?licensee=${doc.slug}` : undefined}
      />
      <Stat
        label={t("other")}
        value={counts.other}
        note={t("otherNote")}
        href={counts.other > 0 ? "#other" : undefined}
      />
      <Stat
        label={t("partners")}
        value={partners.all}
        href={partners.all > 0 ? "#partners" : undefined}
      />
    </Stats>
  );
}
