import { useTranslations } from "next-intl";
import { YearChart } from "../chart/year-chart";
import { Section } from "../layout/section";
import type { CompanyView } from "./company-view";

/** Deals given and taken, year by year; from three years on there is something to see. */
export function CompanyYears({ doc, years }: Pick<CompanyView, "doc" | "years">) {
  const t = useTranslations("company.years");
  if (years.length < 3) return null;
  const address = (filter: string) => (year: number) =>
    `/deals?${filter}=${doc.slug}&announced_from=${year}-01-01&announced_to=${year}-12-31`;
  return (
    <Section id="years" title={t("title")}>
      <YearChart
        caption={t("caption", { name: doc.name })}
        all={{ label: t("all"), href: address("company") }}
        series={[
          { key: "given", label: t("given"), tone: "seal", href: address("licensor") },
          { key: "taken", label: t("taken"), tone: "indigo", href: address("licensee") },
        ]}
        years={years.map(({ year, deals, given, taken }) => ({
          year,
          all: deals,
          // A deal in which it stands on both sides is drawn once.
          drawn: { given, taken: Math.min(taken, deals - given) },
          counts: { given, taken },
        }))}
      />
    </Section>
  );
}
