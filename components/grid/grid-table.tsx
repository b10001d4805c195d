"use client";

import {
  type CSSProperties,
  type PointerEvent,
  type RefObject,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CellView, Noun, PlacedColumn } from "./column";
import { ColumnMenu } from "./column-menu";
import { GridBody } from "./grid-body";
import { GridHead, type SortState } from "./grid-head";
import { rowHeights } from "./layout";
import { useDrawnRows } from "./use-drawn-rows";
import { useGridKeys } from "./use-grid-keys";
import { type GridLayout, tickWidth } from "./use-layout";
import { usePlace } from "./use-place";
import { useShape } from "./use-shape";
import type { Ticks } from "./use-ticks";

/** How tall the head is, in pixels. */
const headHeight = 32;

/** What the bar of the selection covers at the bottom, in pixels. */
const barHeight = 72;

/**
 * The table: a plain one until the scripts have come, then an ARIA grid with one tab stop. Further rows are drawn
 * only where they are in sight.
 */
export function GridTable<T extends { id: string }>({
  box,
  noun,
  label,
  tickLabel,
  rows,
  rowCount,
  layout,
  ticks,
  sort,
  sortHref,
  more,
  open,
}: {
  box: RefObject<HTMLElement | null>;
  noun: Noun<T>;
  label: string;
  tickLabel: (name: string) => string;
  rows: readonly T[];
  /** Rows in all, or -1 where nobody knows. */
  rowCount: number;
  layout: GridLayout<T>;
  ticks: Ticks;
  sort: SortState;
  sortHref: (key: string, descending: boolean) => string;
  more: { state: "idle" | "loading" | "failed"; left: boolean; load: () => void };
  open: (id: string, edit: boolean) => void;
}) {
  const table = useRef<HTMLTableElement>(null);
  const shape = useShape();
  const live = shape !== null;
  const { columns } = layout;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const keys = useMemo(() => ["", ...columns.map(({ key }) => key)], [columns]);
  const { place, go, setInside } = usePlace(table, ids, keys, noun.name);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const height = rowHeights[layout.density];
  const drawn = useDrawnRows({
    ...{ box, height },
    count: rows.length,
    current: place.row,
    all: shape !== "table",
  });
  const events = useGridKeys({
    ...{ box, height, ids, place, go, ticks, open },
    columns: keys.length,
  });
  const view = useMemo(
    (): CellView => ({ link: live ? { tabIndex: -1 } : {}, shows: (key) => keys.includes(key) }),
    [live, keys],
  );
  const menuColumn = columns.find(({ key }) => key === menuOf);
  const closeMenu = () => {
    if (menuColumn) go({ row: -1, column: keys.indexOf(menuColumn.key) });
    setMenuOf(null);
  };
  return (
    <section
      ref={box}
      aria-label={label}
      className="ledger dense grid-box"
      data-density={layout.density}
      style={sizes(columns, height, ticks.selection !== null)}
    >
      <table
        ref={table}
        aria-label={label}
        {...(live && gridRole(rowCount, keys.length))}
        className="stacks"
        onPointerOver={tellWhole}
        onFocus={() => setInside(true)}
        onBlur={() => setInside(false)}
        {...events}
      >
        <colgroup>
          <col style={{ width: tickWidth }} />
          {columns.map(({ key, drawn: width }) => (
            <col key={key} style={width === null ? undefined : { width }} />
          ))}
        </colgroup>
        <GridHead
          {...{ layout, sort, live }}
          active={live && place.row < 0 ? place.column : null}
          ticked={ticks.allLoaded}
          sortHref={(column) => sortHref(column.key, nextWay(column, sort))}
          onMenu={setMenuOf}
        />
        <GridBody
          {...{ rows, columns, view, more }}
          drawn={drawn.rows}
          rest={drawn.rest}
          name={noun.name}
          place={live ? place : nowhere}
          ids={ticks.ids}
          labelOf={live ? (row) => tickLabel(noun.labelOf(row)) : null}
        />
      </table>
      {live && (
        <ColumnMenu
          {...{ layout }}
          column={menuColumn}
          name={noun.name}
          sorted={(descending) => sortHref(menuColumn?.key ?? "", descending)}
          onClose={closeMenu}
        />
      )}
    </section>
  );
}

/** What is cut short says itself in full when it is pointed at; written beforehand it would double the page. */
function tellWhole({ target }: PointerEvent) {
  const part = target instanceof HTMLElement ? target : null;
  const cell = part?.closest<HTMLElement>("th, td");
  if (!part || !cell || part.title || part.querySelector("button")) return;
  const cut = [part, cell].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  if (cut) part.title = part.textContent ?? "";
}

function gridRole(rows: number, columns: number) {
  return {
    role: "grid",
    "aria-rowcount": rows < 0 ? -1 : rows + 1,
    "aria-colcount": columns,
    "aria-multiselectable": true,
  };
}

const nowhere = { row: -2, column: 0 };

function nextWay<T>({ key, sort: first }: PlacedColumn<T>, sort: SortState): boolean {
  return sort.key === key ? !sort.descending : first === "descending";
}

/** The table's least width, and what its scrolling keeps free: for the head, pinned columns and the selection's bar. */
function sizes<T>(
  columns: readonly PlacedColumn<T>[],
  height: number,
  barred: boolean,
): CSSProperties {
  const whole = columns.reduce((sum, { width }) => sum + width, tickWidth);
  const pinned = columns
    .filter(({ left }) => left !== null)
    .reduce((sum, { width }) => sum + width, tickWidth);
  const custom: Record<`--${string}`, string> = {
    "--row": `${height}px`,
    "--whole": `${whole}px`,
    "--table": columns.some(({ drawn }) => drawn === null) ? "100%" : `${whole}px`,
  };
  return {
    ...custom,
    scrollPaddingTop: headHeight,
    scrollPaddingLeft: pinned,
    scrollPaddingBottom: barred ? barHeight : 0,
  };
}
