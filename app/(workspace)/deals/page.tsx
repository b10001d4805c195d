import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DealFilters } from "@/components/deal/deal-filters";
import { type DealColumn, DealTable, dealColumns } from "@/components/deal/deal-table";
import { PageHeader } from "@/components/layout/page-header";
import { FilterChips } from "@/components/table/filter-chips";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import { countDealFacets, type Facets, listDeals } from "@/lib/catalogue/deal/queries";
import { newestFirst, parseDealFilter } from "@/lib/catalogue/deal/schema";
import { withQuery } from "@/lib/catalogue/rules";
import type { Query } from "@/lib/catalogue/schema";
import { orInterrupt } from "@/lib/page";
import { countryName } from "@/lib/territory/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deals"))("title") };
}

const facetKeys = ["type", "status", "stage", "from", "to"] as const;
const textKeys = [
  "q",
  "announced_from",
  "announced_to",
  "company",
  "upfront_min",
  "upfront_max",
  "headline_min",
  "headline_max",
];

export default async function DealsPage({ searchParams }: PageProps<"/deals">) {
  const ctx = await requireContext();
  const query: Query = await searchParams;
  const { filter, problems } = parseDealFilter(query);
  const [list, facets, t] = await Promise.all([
    orInterrupt(listDeals(ctx, filter)),
    orInterrupt(countDealFacets(ctx, filter)),
    getTranslations("deals"),
  ]);
  const words = await facetWords();
  const sort = filter.sort ?? newestFirst;
  const chosen = dealColumns.filter((column) => filter.columns?.includes(column));
  const sortOf = (key: DealColumn) => {
    const current = sort.key === key;
    const descending = current ? !sort.descending : key === "announced_on" || isAmount(key);
    const direction = sort.descending ? ("descending" as const) : ("ascending" as const);
    return {
      href: `/deals${withQuery(query, { sort: `${descending ? "-" : ""}${key}` })}`,
      ...(current && { direction }),
    };
  };
  const filtered = chipsOf(query, (key) => t(`filters.${key}`), words);
  return (
    <>
      <PageHeader
        title={t("title")}
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
      />
      {problems.length > 0 && <Ignored problems={problems} />}
      <DealFilters
        facets={facetKeys.map((key) => ({
          key,
          choices: facets[key].map(({ value, count }) => ({
            ...{ value, count, label: words[key](value) },
            chosen: [query[key] ?? []].flat().includes(value),
          })),
        }))}
        texts={Object.fromEntries(textKeys.map((key) => [key, [query[key] ?? ""].flat()[0] ?? ""]))}
        kept={keptOf(query)}
      />
      <FilterChips chips={filtered} clear="/deals" />
      {list.items.length === 0 ? (
        <EmptyState
          title={t(filtered.length > 0 ? "noMatch" : "empty")}
          action={filtered.length > 0 && <ButtonLink href="/deals">{t("clear")}</ButtonLink>}
        />
      ) : (
        <DealTable
          label={t("title")}
          deals={list.items}
          columns={chosen.length > 0 ? chosen : dealColumns}
          sortOf={sortOf}
        />
      )}
      <Pagination
        previous={list.previous && `/deals${withQuery(query, { after: list.previous })}`}
        next={list.next && `/deals${withQuery(query, { after: list.next })}`}
      >
        <span role="status">{t("count", { shown: list.items.length, total: list.total })}</span>
      </Pagination>
      <p className="text-xs text-ink-3">{t("currencyNote")}</p>
    </>
  );
}

/** What an export does not take: it always holds all rows. */
const pageOnly = { limit: undefined, columns: undefined };

function isAmount(key: DealColumn): boolean {
  return key === "upfront" || key === "headline" || key === "paid";
}

function keptOf(query: Query): [string, string][] {
  const shown = new Set<string>([...facetKeys, ...textKeys, "after"]);
  return Object.entries(query)
    .filter(([key]) => !shown.has(key))
    .flatMap(([key, value]) => [value ?? []].flat().map((one): [string, string] => [key, one]));
}

type Words = Record<keyof Facets, (value: string) => string>;

async function facetWords(): Promise<Words> {
  const t = await getTranslations("enums");
  const locale = await getLocale();
  const word = (group: string) => (value: string) => {
    const key = `${group}.${value}`;
    return t.has(key) ? t(key) : value;
  };
  const country = (code: string) => (/^[A-Z]{2}$/.test(code) ? countryName(code, locale) : code);
  return {
    type: word("dealType"),
    status: word("dealStatus"),
    stage: word("stage"),
    from: country,
    to: country,
  };
}

const chipKeys = [
  ...textKeys,
  ...facetKeys,
  "modality",
  "indication",
  "target",
  "licensor",
  "licensee",
  "country",
  "currency",
  "disclosed",
  "has_conflict",
];

function chipsOf(query: Query, label: (key: string) => string, words: Words) {
  const say = (key: string, value: string) =>
    key in words ? words[key as keyof Words](value) : value;
  return chipKeys.flatMap((key) => {
    const values = [query[key] ?? []].flat().filter(Boolean);
    return values.map((value) => ({
      ...{ key, label: label(key), value: say(key, value) },
      href: `/deals${withQuery(query, { [key]: values.filter((other) => other !== value) })}`,
    }));
  });
}

async function Ignored({ problems }: { problems: { path: string; message: string }[] }) {
  const t = await getTranslations();
  return (
    <div className="mb-3">
      <Notice tone="warning" title={t("table.ignored")}>
        {problems
          .map(({ path, message }) => {
            const said = t.has(`errors.${message}`) ? t(`errors.${message}`) : message;
            return `${path}: ${said}`;
          })
          .join("; ")}
      </Notice>
    </div>
  );
}
