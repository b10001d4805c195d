"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useMemo } from "react";
import { withQuery } from "@/lib/catalogue/rules";
import { FilterMenu } from "../table/filter-menu";
import { ListFrame } from "../table/list-frame";
import type { Noun } from "./column";
import { ChosenColumnsContext, ColumnsContext } from "./columns-context";
import type { SortState } from "./grid-head";
import { GridTable } from "./grid-table";
import { LayoutMenu } from "./layout-menu";
import { SelectionBar } from "./selection-bar";
import { SelectionContext } from "./selection-context";
import type { useGrid } from "./use-grid";
import { useShape } from "./use-shape";

type Frame = ComponentProps<typeof ListFrame>;

/** What other parts of the product hang into a list; `bulk` and `export` find the selection by `useSelection`. */
export type Slots = { views?: ReactNode; bulk?: ReactNode; export?: ReactNode };

/** A list with its grid: the frame that all lists share around a table that is worked in. */
export function ListGrid<T extends { id: string }>({
  noun,
  grid,
  sort,
  previous,
  slots,
  actions,
  ...frame
}: Omit<Frame, "list" | "children" | "views" | "beside" | "order" | "query" | "onOpen"> & {
  noun: Noun<T>;
  grid: ReturnType<typeof useGrid<T>>;
  sort: SortState;
  previous: string | null;
  slots: Slots;
  actions: ReactNode;
}) {
  const t = useTranslations("grid");
  const { query, layout, loaded, count, ticks } = grid;
  const live = useShape() !== null;
  const shown = useMemo(() => layout.columns.map(({ key }) => key), [layout.columns]);
  const sorted = noun.columns.find(({ key }) => key === sort.key)?.label;
  const whole = !query.after && count.exact;
  return (
    <SelectionContext value={{ selection: ticks.selection, clear: ticks.clear }}>
      <ListFrame
        {...frame}
        query={query}
        views={<ColumnsContext value={shown}>{slots.views}</ColumnsContext>}
        beside={
          // It does nothing before the scripts have come, but has its place: nothing moves when it appears.
          <div className={live ? undefined : "invisible"}>
            <FilterMenu id="layout" label={t("table")} applies={false}>
              {live && <LayoutMenu noun={noun} layout={layout} />}
            </FilterMenu>
          </div>
        }
        actions={
          <>
            <ChosenColumnsContext value={layout.chosen ? shown : []}>
              {slots.export}
            </ChosenColumnsContext>
            {actions}
          </>
        }
        order={
          sorted && t(sort.descending ? "order.descending" : "order.ascending", { column: sorted })
        }
        onOpen={grid.facets.load}
        list={{
          items: loaded.rows,
          total: count.count,
          guessed: !count.exact,
          next: loaded.next,
          previous,
        }}
      >
        <GridTable
          {...{ noun, layout, ticks, sort }}
          box={grid.box}
          label={frame.title}
          tickLabel={(name) => t("tick", { name })}
          rows={loaded.rows}
          rowCount={whole ? count.count : -1}
          sortHref={(key, descending) =>
            `${frame.address}${withQuery(query, { sort: `${descending ? "-" : ""}${key}` })}`
          }
          more={{ state: loaded.state, left: loaded.next !== null, load: loaded.more }}
          open={grid.open}
        />
        <p className="mt-1.5 hidden text-xs text-ink-3 pointer-fine:block" data-print="no">
          {t("keys")}
        </p>
      </ListFrame>
      <SelectionBar ticks={ticks} total={count.count} exact={count.exact}>
        {slots.bulk}
      </SelectionBar>
    </SelectionContext>
  );
}
