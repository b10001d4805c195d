import { useTranslations } from "next-intl";
import type { YearFlow } from "@/lib/insight/overview/dto";
import { YearChart } from "../chart/year-chart";
import { Section } from "../layout/section";

/** Deals by year, the two corridors between China and Japan against each other. */
export function FlowChart({ years }: { years: YearFlow[] }) {
  const t = useTranslations("overview.flow");
  const address = (filter: string) => (year: number) =>
    `/deals?${filter}announced_from=${year}-01-01&announced_to=${year}-12-31`;
  return (
    <Section id="years" title={t("title")}>
      <YearChart
        caption={t("caption")}
        all={{ label: t("all"), href: address("") }}
        series={[
          { key: "cnToJp", label: t("cnToJp"), tone: "seal", href: address("from=CN&to=JP&") },
          { key: "jpToCn", label: t("jpToCn"), tone: "indigo", href: address("from=JP&to=CN&") },
        ]}
        years={years.map(({ year, deals, cnToJp, jpToCn, both }) => ({
          year,
          all: deals,
          drawn: { cnToJp, jpToCn: jpToCn - both },
          counts: { cnToJp, jpToCn },
        }))}
      />
    </Section>
  );
}
