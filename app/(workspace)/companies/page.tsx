import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CompanyTable } from "@/components/company/company-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { listCompanies } from "@/lib/catalogue/company/queries";
import { byName, parseCompanyFilter } from "@/lib/catalogue/company/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { CompanyKind } from "@/prisma/generated/enums";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const ctx = await requireContext();
  const query: Query = await searchParams;
  const { filter, problems } = parseCompanyFilter(query);
  const [list, t, enums] = await Promise.all([
    orInterrupt(listCompanies(ctx, filter)),
    getTranslations("companies"),
    getTranslations("enums.companyKind"),
  ]);
  const sort = filter.sort ?? byName;
  return (
    <ListFrame
      address="/companies"
      query={query}
      title={t("title")}
      problems={problems}
      texts={(["q", "country"] as const).map((name) => ({
        ...{ name, label: t(`filters.${name}`), hint: t(`hints.${name}`) },
        value: valuesOf(query, name)[0] ?? "",
      }))}
      choices={[
        {
          ...{ name: "kind", label: t("filters.kind") },
          choices: Object.values(CompanyKind).map((value) => ({
            ...{ value, label: enums(value) },
            chosen: valuesOf(query, "kind").includes(value),
          })),
        },
      ]}
      list={list}
      empty={t("empty")}
      actions={
        <>
          <ButtonLink
            href={`/companies/export.csv${withQuery(query, { limit: undefined })}`}
            download
          >
            {t("export")}
          </ButtonLink>
          {may(ctx.actor, "catalogue.write") && (
            <ButtonLink href="/companies/new" variant="primary">
              {t("add")}
            </ButtonLink>
          )}
        </>
      }
    >
      <CompanyTable
        label={t("title")}
        companies={list.items}
        sortOf={sortLinks("/companies", query, sort, new Set())}
      />
    </ListFrame>
  );
}
