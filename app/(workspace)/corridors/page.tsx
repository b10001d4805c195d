import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { CompanyFlows, CountryFlows } from "@/components/corridor/corridor-flows";
import { CorridorMatrix, CorridorYears } from "@/components/corridor/corridor-matrix";
import { MeasureLinks } from "@/components/corridor/measure-links";
import { DealFilterBar } from "@/components/deal/deal-filter-bar";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { EmptyState } from "@/components/ui/empty-state";
import { requireContext } from "@/lib/auth/session";
import { emptiable } from "@/lib/catalogue/deal/schema";
import { splitQuery } from "@/lib/catalogue/rules";
import { getCorridors } from "@/lib/insight/corridor/queries";
import { corridorKeys, parseCorridors } from "@/lib/insight/corridor/schema";
import { orInterrupt } from "@/lib/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corridors"))("title") };
}

const spoken = [
  ...["deals", "table"],
  ...["dealType", "dealStatus", "stage", "modality"].map((name) => `enums.${name}`),
];

export default async function CorridorsPage({ searchParams }: PageProps<"/corridors">) {
  const ctx = await requireContext();
  const query = await searchParams;
  const { filter, measure, problems } = parseCorridors(query);
  const answer = await orInterrupt(getCorridors(ctx, filter));
  const t = await getTranslations("corridors");
  const deals = splitQuery(query, corridorKeys).rest;
  const { flows, companies } = answer;
  return (
    <>
      <PageHeader title={t("title")} note={t("note")} />
      <ClientMessages namespaces={problems.length > 0 ? [...spoken, "errors"] : spoken}>
        <DealFilterBar address="/corridors" {...{ query, deals, problems, emptiable }} />
      </ClientMessages>
      <MeasureLinks measure={measure} query={query} />
      {flows.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <div className="grid gap-8">
          {companies && companies.length > 0 && (
            <Section id="companies" title={t("companies")}>
              <CompanyFlows flows={companies} deals={deals} />
            </Section>
          )}
          <Section id="countries" title={t("countries")}>
            <CountryFlows {...{ flows, measure, deals }} />
          </Section>
          <Section id="matrix" title={t("matrix")} note={t("matrixNote")}>
            <CorridorMatrix {...{ flows, measure, deals }} />
          </Section>
          <Section id="years" title={t("years")}>
            <CorridorYears {...{ answer, measure, deals }} />
          </Section>
        </div>
      )}
    </>
  );
}
