import { useTranslations } from "next-intl";
import { DealList } from "../deal/deal-list";
import { Section } from "../layout/section";
import { TextLink } from "../ui/text-link";
import type { CompanyView } from "./company-view";

const filters = { given: "licensor", taken: "licensee" } as const;

/** The newest deals of one side; the heading leads to all of them. */
export function CompanyDeals({
  side,
  doc,
  counts,
  deals,
}: Pick<CompanyView, "doc" | "counts" | "deals"> & { side: "given" | "taken" | "other" }) {
  const t = useTranslations("company.deals");
  if (counts[side] === 0) return null;
  return (
    <Section
      id={side}
      title={t(side)}
      more={
        side !== "other" && (
          <TextLink href={`/deals?${filters[side]}=${doc.slug}`}>
            {t("all", { count: counts[side] })}
          </TextLink>
        )
      }
      note={side === "other" && t("otherNote")}
    >
      <DealList label={t(side)} deals={deals[side]} company={doc.slug} />
    </Section>
  );
}
