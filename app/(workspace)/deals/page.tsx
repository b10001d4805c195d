import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import {
  type DealColumn,
  DealTable,
  dealColumns,
  usualColumns,
} from "@/components/deal/deal-table";
import { ListFrame } from "@/components/table/list-frame";
import { sortLinks } from "@/components/table/sort-links";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { type DealFacet, dealFacets, type Facets } from "@/lib/catalogue/deal/facet/dto";
import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { newestFirst, parseDealFilter } from "@/lib/catalogue/deal/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { orInterrupt } from "@/lib/page";
import { countryName } from "@/lib/territory/rules";
import { openList } from "../open-list";
import { SavedViews } from "../saved-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

const textHints = {
  company: "slugHint",
  licensor: "slugHint",
  licensee: "slugHint",
  country: "countryHint",
  indication: null,
  target: null,
  announced_from: "dateHint",
  announced_to: "dateHint",
  upfront_min: "usdHint",
  upfront_max: "usdHint",
  headline_min: "usdHint",
  headline_max: "usdHint",
  currency: "currencyHint",
} as const;

const largestFirst = new Set(["announced_on", "upfront", "headline", "paid", "updated_at"]);

const usual = { sort: ["-announced_on"], limit: ["50"], columns: usualColumns };

/** What an export does not take: it always holds all rows. */
const pageOnly = { limit: undefined, columns: undefined, tab: undefined };

export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const ctx = await requireContext();
  const query = await openList("deals", searchParams);
  const { filter, problems } = parseDealFilter(query);
  const [rows, total, facets, t] = await Promise.all([
    orInterrupt(listDeals(ctx, filter)),
    orInterrupt(countDeals(ctx, filter)),
    orInterrupt(countDealFacets(ctx, filter)),
    getTranslations("deals"),
  ]);
  const mayLog = may(ctx.actor, "catalogue.write");
  const log = (
    <ButtonLink href="/deals/new" variant="primary">
      {t("log")}
    </ButtonLink>
  );
  return (
    <ListFrame
      address="/deals"
      query={query}
      title={t("title")}
      views={<SavedViews page="deals" />}
      problems={problems}
      {...(await filtersOf(query, facets))}
      usual={usual}
      list={{ ...rows, total }}
      empty={<EmptyState title={t("empty")} action={mayLog && log} />}
      note={t("currencyNote")}
      actions={
        <>
          <ButtonLink href={`/deals/export.csv${withQuery(query, pageOnly)}`} download>
            {t("export")}
          </ButtonLink>
          {mayLog && log}
        </>
      }
    >
      <DealTable
        label={t("title")}
        deals={rows.items}
        columns={columnsOf(query)}
        sortOf={sortLinks<DealColumn>("/deals", query, filter.sort ?? newestFirst, largestFirst)}
      />
    </ListFrame>
  );
}

/** The columns that the address names, in the table's own order. The deal's name is always there. */
function columnsOf(query: Query): readonly DealColumn[] {
  const wanted = new Set(valuesOf(query, "columns"));
  const chosen = dealColumns.filter((column) => wanted.has(column) || column === "title");
  return chosen.length > 1 ? chosen : usualColumns;
}

async function filtersOf(query: Query, facets: Facets) {
  const t = await getTranslations("deals");
  const value = (name: string) => valuesOf(query, name)[0] ?? "";
  const chosen = (name: string, one: string) => valuesOf(query, name).includes(one);
  const choice = (name: "disclosed" | "has_conflict", values: readonly string[]) => ({
    ...{ name, label: t(`filters.${name}`) },
    choices: values.map((one) => ({
      ...{ value: one, label: t(`${name}.${one}`), chosen: chosen(name, one) },
    })),
  });
  const shown = columnsOf(query);
  return {
    search: { name: "q", label: t("filters.q"), value: value("q") },
    texts: Object.entries(textHints).map(([name, hint]) => ({
      ...{ name, label: t(`filters.${name}`), value: value(name) },
      ...(hint && { hint: t(hint) }),
    })),
    selects: await selectsOf(query),
    choices: [
      ...(await facetChoices(facets, query)),
      choice("disclosed", ["upfront", "headline"]),
      choice("has_conflict", ["true"]),
      {
        ...{ name: "columns", label: t("filters.columns"), shapes: true },
        choices: dealColumns.map((column) => ({
          ...{ value: column, label: t(`columns.${column}`), chosen: shown.includes(column) },
        })),
      },
    ],
  };
}

/** For a phone, where a table has no heads to sort by. */
async function selectsOf(query: Query) {
  const [t, table] = await Promise.all([getTranslations("deals"), getTranslations("table")]);
  const sorts = dealColumns.map((column): [string, string] =>
    largestFirst.has(column)
      ? [`-${column}`, `${t(`columns.${column}`)} ↓`]
      : [column, `${t(`columns.${column}`)} ↑`],
  );
  const [sort = "-announced_on"] = valuesOf(query, "sort");
  const known = sorts.some(([value]) => value === sort);
  const [limit = "50"] = valuesOf(query, "limit");
  return [
    {
      ...{ name: "sort", label: table("sort"), value: sort },
      options: known ? sorts : [[sort, sort] satisfies [string, string], ...sorts],
    },
    {
      ...{ name: "limit", label: table("limit"), value: limit },
      options: ["50", "100", "200", "500"].map((n): [string, string] => [n, n]),
    },
  ];
}

const enumOf = {
  type: "dealType",
  status: "dealStatus",
  stage: "stage",
  modality: "modality",
} as const;

/** A chosen value stays in its facet though no deal is left in it. */
async function facetChoices(facets: Facets, query: Query) {
  const [t, enums, locale] = await Promise.all([
    getTranslations("deals"),
    getTranslations("enums"),
    getLocale(),
  ]);
  const word = (name: DealFacet, value: string) =>
    name === "from" || name === "to"
      ? countryName(value, locale)
      : enums(`${enumOf[name]}.${value}`);
  return dealFacets.map((name) => {
    const counted = new Set(facets[name].map(({ value }) => value));
    const chosen = valuesOf(query, name);
    const gone = chosen.filter((value) => !counted.has(value) && isWord(name, value, enums));
    const all = [...facets[name], ...gone.map((value) => ({ value, count: 0 }))];
    return {
      ...{ name, label: t(`filters.${name}`) },
      choices: all.map(({ value, count }) => ({
        ...{ value, count, label: word(name, value), chosen: chosen.includes(value) },
      })),
    };
  });
}

type Enums = Awaited<ReturnType<typeof getTranslations>>;

function isWord(name: DealFacet, value: string, enums: Enums): boolean {
  if (name === "from" || name === "to") return /^[A-Z]{2}$/.test(value);
  return /^[A-Z_0-9]+$/.test(value) && enums.has(`${enumOf[name]}.${value}`);
}
