import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type DealColumn, DealTable, dealColumns } from "@/components/deal/deal-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countDealFacets, type Facets, listDeals } from "@/lib/catalogue/deal/queries";
import { newestFirst, parseDealFilter } from "@/lib/catalogue/deal/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { countryName } from "@/lib/territory/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

const textKeys = {
  q: null,
  announced_from: "dateHint",
  announced_to: "dateHint",
  company: "slugHint",
  upfront_min: "usdHint",
  upfront_max: "usdHint",
  headline_min: "usdHint",
  headline_max: "usdHint",
} as const;

const largestFirst = new Set(["announced_on", "upfront", "headline", "paid"]);

/** What an export does not take: it always holds all rows. */
const pageOnly = { limit: undefined, columns: undefined };

export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const ctx = await requireContext();
  const query: Query = await searchParams;
  const { filter, problems } = parseDealFilter(query);
  const [list, facets, t] = await Promise.all([
    orInterrupt(listDeals(ctx, filter)),
    orInterrupt(countDealFacets(ctx, filter)),
    getTranslations("deals"),
  ]);
  const chosen = dealColumns.filter((column) => filter.columns?.includes(column));
  return (
    <ListFrame
      address="/deals"
      query={query}
      title={t("title")}
      problems={problems}
      texts={Object.entries(textKeys).map(([name, hint]) => ({
        ...{ name, label: t(`filters.${name}`), value: valuesOf(query, name)[0] ?? "" },
        ...(hint && { hint: t(hint) }),
      }))}
      choices={await facetChoices(facets, query)}
      list={list}
      empty={t("empty")}
      note={t("currencyNote")}
      actions={
        <>
          <ButtonLink href={`/deals/export.csv${withQuery(query, pageOnly)}`} download>
            {t("export")}
          </ButtonLink>
          {may(ctx.actor, "catalogue.write") && (
            <ButtonLink href="/deals/new" variant="primary">
              {t("log")}
            </ButtonLink>
          )}
        </>
      }
    >
      <DealTable
        label={t("title")}
        deals={list.items}
        columns={chosen.length > 0 ? chosen : dealColumns}
        sortOf={sortLinks<DealColumn>("/deals", query, filter.sort ?? newestFirst, largestFirst)}
      />
    </ListFrame>
  );
}

const enumOf = { type: "dealType", status: "dealStatus", stage: "stage" } as const;

async function facetChoices(facets: Facets, query: Query) {
  const [t, enums, locale] = await Promise.all([
    getTranslations("deals"),
    getTranslations("enums"),
    getLocale(),
  ]);
  const word = (name: keyof Facets, value: string) =>
    name === "from" || name === "to"
      ? countryName(value, locale)
      : enums(`${enumOf[name]}.${value}`);
  return (["type", "status", "stage", "from", "to"] as const).map((name) => ({
    ...{ name, label: t(`filters.${name}`) },
    choices: facets[name].map(({ value, count }) => ({
      ...{ value, count, label: word(name, value) },
      chosen: valuesOf(query, name).includes(value),
    })),
  }));
}
