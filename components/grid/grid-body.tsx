"use client";

import { useTranslations } from "next-intl";
import { Fragment, useEffect, useRef } from "react";
import { Button } from "../ui/button";
import type { CellView, PlacedColumn } from "./column";
import { GridRow } from "./grid-row";
import type { Place } from "./keys";
import type { DrawnRow } from "./use-drawn-rows";

export function GridBody<T extends { id: string }>({
  rows,
  drawn,
  rest,
  columns,
  name,
  place,
  ids,
  view,
  labelOf,
  more,
}: {
  rows: readonly T[];
  drawn: DrawnRow[];
  rest: number;
  columns: readonly PlacedColumn<T>[];
  name: string;
  place: Place;
  /** Of the rows that are ticked. */
  ids: ReadonlySet<string>;
  view: CellView;
  /** What the tick of a row is called; null without scripts. */
  labelOf: ((row: T) => string) | null;
  more: { state: "idle" | "loading" | "failed"; left: boolean; load: () => void };
}) {
  return (
    <tbody>
      {drawn.map(({ index, gap }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <Fragment key={row.id}>
            {gap > 0 && <Gap key={gap} height={gap} />}
            <GridRow
              {...{ row, index, columns, name, view }}
              active={place.row === index ? place.column : null}
              ticked={ids.has(row.id)}
              tickLabel={labelOf?.(row) ?? null}
            />
          </Fragment>
        );
      })}
      {rest > 0 && <Gap key={rest} height={rest} />}
      {/* New ones with each page of rows: those that were pushed down would count as a shift of the layout. */}
      {more.left && labelOf && <More key={rows.length} {...more} span={columns.length + 1} />}
    </tbody>
  );
}

/** It keeps a place and is no row of the list: assistive technology passes over it. */
const noRow = { role: "presentation" };

/** Made anew with every height: one that moved down would count as content that jumps. */
function Gap({ height }: { height: number }) {
  return (
    <tr {...noRow} className="gap" style={{ height }}>
      <td {...noRow} />
    </tr>
  );
}

const shades = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** Rows yet to come, in the shape of rows; coming into sight they ask for themselves. */
function More({
  state,
  load,
  span,
}: {
  state: "idle" | "loading" | "failed";
  load: () => void;
  span: number;
}) {
  const t = useTranslations("grid");
  const box = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    const node = box.current;
    if (!node || state !== "idle") return;
    const root = node.closest<HTMLElement>(".grid-box");
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && load(),
      // On a phone the page itself scrolls, and the observer measures against it.
      { root: root && root.scrollHeight > root.clientHeight ? root : null, rootMargin: "900px" },
    );
    watch.observe(node);
    return () => watch.disconnect();
  }, [state, load]);
  if (state === "failed") {
    return (
      <tr>
        <td colSpan={span} className="failed">
          {t("moreFailed")}{" "}
          <Button size="sm" onClick={load}>
            {t("retry")}
          </Button>
        </td>
      </tr>
    );
  }
  return shades.map((shade, at) => (
    <tr key={shade} ref={at === 0 ? box : undefined} {...noRow} className="coming">
      <td {...noRow} colSpan={span}>
        <span />
      </td>
    </tr>
  ));
}
