"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useRef } from "react";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import type { ListLayout, ListPage } from "@/lib/view/preference/schema";
import { toRoute } from "../ui/to-route";
import type { Noun } from "./column";
import { type Count, useCount } from "./use-count";
import { useFacets } from "./use-facets";
import { useLayout } from "./use-layout";
import { useRows } from "./use-rows";
import { useTicks } from "./use-ticks";
import { useVisit } from "./use-visit";

/** What a list's page hands to its grid. `first` is the first page, packed; `source` answers the ones after it. */
export type GridData = {
  page: ListPage;
  source: string;
  query: Query;
  first: string;
  count: Count;
  problems: { path: string; message: string }[];
  layout: ListLayout | null;
  /** Whether there is somebody whose layout can be kept. */
  keeps: boolean;
  /** Whether the person may edit the records. */
  edits: boolean;
};

/** Everything that a list's table knows and does, for the parts of the page that show it. */
export function useGrid<T extends { id: string }>(noun: Noun<T>, data: GridData) {
  const { page, source, first, problems, keeps, edits } = data;
  const router = useRouter();
  const box = useRef<HTMLElement>(null);
  // Not those that were drawn: the columns change in the address alone, and so does the way back.
  const asked = useSearchParams().getAll("columns").filter(Boolean);
  const keep = useCallback(
    (layout: ListLayout) => {
      if (keeps) keepLayout(page, layout);
    },
    [keeps, page],
  );
  const layout = useLayout(noun, data.layout, asked, keep);
  const query: Query = useMemo(
    () => ({ ...data.query, columns: [...layout.named] }),
    [data.query, layout.named],
  );
  const right = useMemo(() => rightPart(data.query, problems), [data.query, problems]);
  const rowsAddress = withQuery(right, { after: right.after, limit: undefined });
  const filter = withQuery(right, { limit: undefined }).slice(1);
  const loaded = useRows<T>(source, rowsAddress, first);
  const { rows, next } = loaded;
  const count = useCount(source, filter, data.count);
  const facets = useFacets(source, filter);
  const order = useMemo(() => rows.map(({ id }) => id), [rows]);
  const ticks = useTicks(filter, order, count.count);

  useVisit(source + rowsAddress, box, { first, rows, next });

  const open = (id: string, edit: boolean) => {
    const row = rows.find((one) => one.id === id);
    if (row && (edits || !edit)) router.push(toRoute(`${noun.hrefOf(row)}${edit ? "/edit" : ""}`));
  };
  return { box, query, layout, loaded, count, facets, ticks, open };
}

/** The part of a query that the list understands; the routes of the rows refuse the rest. */
function rightPart(query: Query, problems: { path: string }[]): Query {
  const wrong = new Set(["columns", "view", "tab", "menus", ...problems.map(({ path }) => path)]);
  return Object.fromEntries(Object.entries(query).filter(([key]) => !wrong.has(key)));
}

function keepLayout(page: ListPage, layout: ListLayout) {
  // A layout that could not be kept holds until the page is left; it is not worth an interruption.
  fetch("/api/preferences", {
    method: "POST",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ page, layout }),
  }).catch(() => {});
}
