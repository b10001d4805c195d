import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/client-messages";
import { CompanyTable } from "@/components/company/company-table";
import { ExportMenu } from "@/components/export/export-menu";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countCompanyFacets, listCompanies } from "@/lib/catalogue/company/queries";
import { byName, parseCompanyFilter } from "@/lib/catalogue/company/schema";
import { valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { countryName } from "@/lib/territory/rules";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("companies"))("title") };
}

export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const ctx = await requireContext();
  const query = await openList("companies", searchParams);
  const { filter, problems } = parseCompanyFilter(query);
  const [list, facets, t, enums, locale] = await Promise.all([
    orInterrupt(listCompanies(ctx, filter)),
    orInterrupt(countCompanyFacets(ctx, filter)),
    getTranslations("companies"),
    getTranslations("enums.companyKind"),
    getLocale(),
  ]);
  const sort = filter.sort ?? byName;
  const add = may(ctx.actor, "catalogue.write") && (
    <ButtonLink href="/companies/new" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <ListFrame
      address="/companies"
      query={query}
      title={t("title")}
      views={<SavedViews page="companies" />}
      problems={problems}
      search={{ name: "q", label: t("filters.q"), value: valuesOf(query, "q")[0] ?? "" }}
      choices={(["country", "kind"] as const).map((name) => ({
        ...{ name, label: t(`filters.${name}`) },
        choices: facets[name].map(({ value, count }) => ({
          ...{ value, count, chosen: valuesOf(query, name).includes(value) },
          label: name === "country" ? countryName(value, locale) : enums(value),
        })),
      }))}
      list={list}
      empty={<EmptyState title={t("empty")} action={add} />}
      actions={
        <>
          <ClientMessages namespaces={["export"]}>
            <ExportMenu
              address="/companies"
              query={withQuery(query, { limit: undefined, tab: undefined })}
              count={{ count: list.total, exact: true }}
            />
          </ClientMessages>
          {add}
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
