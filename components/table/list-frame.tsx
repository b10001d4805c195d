import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { type Chip, FilterChips } from "./filter-chips";
import { type ChoiceFilter, FilterForm, type TextFilter } from "./filter-form";

export type Problem = { path: string; message: string };

/** A list's page: what is left out, the filters, the table (or why there is none), and the way on. */
export function ListFrame({
  address,
  query,
  title,
  actions,
  problems,
  texts,
  choices,
  list,
  empty,
  note,
  children,
}: {
  address: string;
  query: Query;
  title: string;
  actions?: ReactNode;
  problems: Problem[];
  texts: TextFilter[];
  choices: ChoiceFilter[];
  list: { items: unknown[]; total: number; next: string | null; previous: string | null };
  /** What to say when there is nothing at all. */
  empty: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("table");
  const chips = chipsOf(address, query, texts, choices);
  const page = (after: string | null) => after && `${address}${withQuery(query, { after })}`;
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {problems.length > 0 && <LeftOut problems={problems} />}
      <FilterForm
        action={address}
        texts={texts}
        choices={choices}
        kept={keptOf(query, [...texts, ...choices])}
      />
      <FilterChips chips={chips} clear={address} />
      {list.items.length > 0 ? (
        children
      ) : (
        <EmptyState
          title={chips.length > 0 ? t("noMatch") : empty}
          action={chips.length > 0 && <ButtonLink href={address}>{t("clear")}</ButtonLink>}
        />
      )}
      <Pagination previous={page(list.previous)} next={page(list.next)}>
        <span role="status">{t("count", { shown: list.items.length, total: list.total })}</span>
      </Pagination>
      {note && <p className="text-xs text-ink-3">{note}</p>}
    </>
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

function chipsOf(
  address: string,
  query: Query,
  texts: TextFilter[],
  choices: ChoiceFilter[],
): Chip[] {
  const word = (name: string, value: string) =>
    choices.find((filter) => filter.name === name)?.choices.find((c) => c.value === value)?.label;
  const labels = new Map([...texts, ...choices].map(({ name, label }) => [name, label]));
  return Object.entries(query).flatMap(([key, value]) => {
    const values = [value ?? []].flat().filter(Boolean);
    if (["after", "limit", "sort", "columns"].includes(key)) return [];
    return values.map((one) => ({
      ...{ key, label: labels.get(key) ?? key, value: word(key, one) ?? one },
      href: `${address}${withQuery(query, { [key]: values.filter((other) => other !== one) })}`,
    }));
  });
}

function keptOf(query: Query, shown: { name: string }[]): [string, string][] {
  const names = new Set(["after", ...shown.map(({ name }) => name)]);
  return Object.entries(query)
    .filter(([key]) => !names.has(key))
    .flatMap(([key, value]) => [value ?? []].flat().map((one): [string, string] => [key, one]));
}
