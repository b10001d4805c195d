import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { PageHeader } from "../layout/page-header";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Pagination } from "../ui/pagination";
import { chipsOf, keptOf, onlyShape, type Problem } from "./address-keys";
import {
  type ChoiceFilter,
  FilterBar,
  type FilterGroup,
  type SelectFilter,
  type TextFilter,
} from "./filter-bar";
import { FilterChips } from "./filter-chips";
import { LeftOut } from "./left-out";
import type { Usual } from "./soft-form";
import { SoftLinks } from "./soft-links";

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
  groups = [],
  usual = {},
  list,
  beside,
  above,
  order,
  deferred,
  onOpen,
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
  groups?: FilterGroup[];
  /** The values that keys of the page have when the address does not say. */
  usual?: Usual;
  /** `guessed`: the total is an estimate. */
  list: {
    items: readonly unknown[];
    total: number;
    guessed?: boolean;
    next: string | null;
    previous: string | null;
  };
  /** At the end of the filters. */
  beside?: ReactNode;
  /** A line above the table, which shapes what it shows. */
  above?: ReactNode;
  /** How the list is sorted, in words, for those who hear the page. */
  order?: string;
  /** Whether scripts draw the menus of the filters, each when it opens. */
  deferred?: boolean;
  /** Called when a menu of choices opens. */
  onOpen?: () => void;
  /** What stands where there is nothing at all. */
  empty: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  const ticks = [...choices, ...groups.flatMap((group) => group.choices ?? [])];
  const fields = [...texts, ...groups.flatMap((group) => group.texts ?? [])];
  const shown = [search, ...fields, ...selects, ...ticks];
  const searched = { name: search.name, label: t("search") };
  const chips = chipsOf(address, query, [searched, ...fields, ...selects], ticks);
  const clear = `${address}${withQuery(onlyShape(query), { match: undefined })}`;
  const start = `${address}${withQuery(query, {})}`;
  const total = { total: list.total };
  const page = (after: string | null) => after && `${address}${withQuery(query, { after })}`;
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {views}
      {problems.length > 0 && <LeftOut problems={problems} />}
      <div className="mb-2.5 flex flex-wrap items-start gap-2">
        <FilterBar
          action={address}
          {...{ search, texts, selects, choices, groups, usual, deferred, onOpen }}
          kept={keptOf(query, shown, [...ticks, ...selects], problems)}
        />
        <div className="ml-auto flex items-center gap-3">
          <p role="status" className="text-xs text-ink-3 tabular-nums">
            <span>{t(list.guessed ? "foundAbout" : "found", total)}</span>
            {order && <span className="sr-only"> {order}</span>}
          </p>
          {beside}
        </div>
      </div>
      <FilterChips chips={chips} clear={clear} />
      {above && <div className="mb-2">{above}</div>}
      <Rows list={list} filtered={chips.length > 0} {...{ clear, start, empty }}>
        <SoftLinks>{children}</SoftLinks>
      </Rows>
      <Pagination previous={page(list.previous)} next={page(list.next)}>
        {t(list.guessed ? "countAbout" : "count", { shown: list.items.length, ...total })}
      </Pagination>
      {note && <p className="text-xs text-ink-3">{note}</p>}
    </>
  );
}

/** Three empties: nothing matches, nothing is there yet, or a place beyond the last row. */
function Rows({
  list,
  filtered,
  clear,
  start,
  empty,
  children,
}: {
  list: { items: readonly unknown[]; total: number };
  filtered: boolean;
  /** Without the filters. */
  clear: string;
  /** The first page. */
  start: string;
  empty: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  if (list.items.length > 0) return children;
  if (list.total > 0) {
    return (
      <EmptyState
        title={t("pastTheEnd")}
        action={<ButtonLink href={start}>{t("start")}</ButtonLink>}
      />
    );
  }
  if (!filtered) return empty;
  return (
    <EmptyState title={t("noMatch")} action={<ButtonLink href={clear}>{t("clear")}</ButtonLink>}>
      {t("noMatchWhy")}
    </EmptyState>
  );
}
