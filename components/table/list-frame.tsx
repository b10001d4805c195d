import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { PageHeader } from "../layout/page-header";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { Pagination } from "../ui/pagination";
import { type ChoiceFilter, FilterBar, type SelectFilter, type TextFilter } from "./filter-bar";
import { type Chip, FilterChips } from "./filter-chips";
import type { Usual } from "./soft-form";
import { SoftLinks } from "./soft-links";

export type Problem = { path: string; message: string };

/** Keys that shape a page and choose no row. */
const shape = new Set(["after", "limit", "sort", "columns", "tab"]);

/** A list's page: what is left out, the filters, the table (or why there is none), and the way on. */
export function ListFrame({
  address,
  query,
  title,
  actions,
  views,
  problems,
  search,
  texts = [],
  selects = [],
  choices,
  usual = {},
  list,
  empty,
  note,
  children,
}: {
  address: string;
  query: Query;
  title: string;
  actions?: ReactNode;
  /** The saved views of this list. */
  views: ReactNode;
  problems: Problem[];
  search: TextFilter;
  texts?: TextFilter[];
  selects?: SelectFilter[];
  choices: ChoiceFilter[];
  /** The values that keys of the page have when the address does not say. */
  usual?: Usual;
  list: { items: unknown[]; total: number; next: string | null; previous: string | null };
  /** What stands where there is nothing at all. */
  empty: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  const shown = [search, ...texts, ...selects, ...choices];
  const searched = { name: search.name, label: t("search") };
  const chips = chipsOf(address, query, [searched, ...texts, ...selects], choices);
  const page = (after: string | null) => after && `${address}${withQuery(query, { after })}`;
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {views}
      {problems.length > 0 && <LeftOut problems={problems} />}
      <FilterBar
        action={address}
        {...{ search, texts, selects, choices, usual }}
        kept={keptOf(query, shown, [...choices, ...selects], problems)}
      >
        <p role="status" className="ml-auto text-xs text-ink-3 tabular-nums">
          {t("found", { total: list.total })}
        </p>
      </FilterBar>
      <FilterChips chips={chips} clear={`${address}${withQuery(onlyShape(query), {})}`} />
      <Rows list={list} filtered={chips.length > 0} address={address} empty={empty}>
        <SoftLinks>{children}</SoftLinks>
      </Rows>
      <Pagination previous={page(list.previous)} next={page(list.next)}>
        {t("count", { shown: list.items.length, total: list.total })}
      </Pagination>
      {note && <p className="text-xs text-ink-3">{note}</p>}
    </>
  );
}

/** Three empties: nothing matches, nothing is there yet, or a place beyond the last row. */
function Rows({
  list,
  filtered,
  address,
  empty,
  children,
}: {
  list: { items: unknown[]; total: number };
  filtered: boolean;
  address: string;
  empty: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  if (list.items.length > 0) return children;
  if (list.total > 0) {
    return (
      <EmptyState
        title={t("pastTheEnd")}
        action={<ButtonLink href={address}>{t("start")}</ButtonLink>}
      />
    );
  }
  if (!filtered) return empty;
  return (
    <EmptyState title={t("noMatch")} action={<ButtonLink href={address}>{t("clear")}</ButtonLink>}>
      {t("noMatchWhy")}
    </EmptyState>
  );
}

function LeftOut({ problems }: { problems: Problem[] }) {
  const t = useTranslations();
  const say = (message: string) => (t.has(`errors.${message}`) ? t(`errors.${message}`) : message);
  return (
    <div className="mb-3">
      <Notice tone="warning" title={t("table.ignored")}>
        {problems.map(({ path, message }) => `${path}: ${say(message)}`).join("; ")}
      </Notice>
    </div>
  );
}

/** What is on, each with the address of the list without it. A key that no filter knows is noted, not shown as on. */
function chipsOf(
  address: string,
  query: Query,
  texts: { name: string; label: string }[],
  choices: ChoiceFilter[],
): Chip[] {
  const labels = new Map([...texts, ...choices].map(({ name, label }) => [name, label]));
  const word = (name: string, value: string) =>
    choices.find((filter) => filter.name === name)?.choices.find((c) => c.value === value)?.label;
  return Object.entries(query).flatMap(([key, value]) => {
    const values = [value ?? []].flat().filter(Boolean);
    const label = labels.get(key);
    if (shape.has(key) || label === undefined) return [];
    return values.map((one) => ({
      ...{ key, label, value: word(key, one) ?? one },
      href: `${address}${withQuery(query, { [key]: values.filter((other) => other !== one) })}`,
    }));
  });
}

function onlyShape(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => shape.has(key)));
}

/** What the form does not show and must not lose: other keys, and the second and later values of a text field. */
function keptOf(
  query: Query,
  shown: { name: string }[],
  whole: { name: string }[],
  problems: Problem[],
): [string, string][] {
  const has = (list: { name: string }[], key: string) => list.some(({ name }) => name === key);
  const wrong = new Set(["after", ...problems.map(({ path }) => path)]);
  return Object.entries(query).flatMap(([key, value]) => {
    if (wrong.has(key) || has(whole, key)) return [];
    const values = [value ?? []].flat().filter(Boolean);
    return values.slice(has(shown, key) ? 1 : 0).map((one): [string, string] => [key, one]);
  });
}
