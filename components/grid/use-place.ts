"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Place } from "./keys";

/** Where the reader is: a row by its id (null is the head) and a column by its key. */
type Spot = { row: string | null; column: string };

/**
 * The one cell that the Tab key reaches. It is known by its row and column, not by where they stand, so that it
 * stays the same when the rows are sorted anew, more are loaded or a column is moved.
 */
export function usePlace(
  table: RefObject<HTMLTableElement | null>,
  ids: readonly string[],
  keys: readonly string[],
  first: string,
) {
  const [spot, setSpot] = useState<Spot>({ row: "", column: first });
  const wanted = useRef(false);
  const inside = useRef(false);
  const found = spot.row === null ? -1 : ids.indexOf(spot.row);
  const place: Place = {
    row: spot.row === null || ids.length === 0 ? -1 : Math.max(0, found),
    column: Math.max(0, keys.indexOf(spot.column)),
  };

  const cell = () => {
    const row = table.current?.querySelector<HTMLTableRowElement>(
      `tr[aria-rowindex="${place.row + 2}"]`,
    );
    return row?.cells[place.column];
  };

  // Every rendering may have brought the cell that was asked for, or taken away the one that had the focus.
  useLayoutEffect(() => {
    const lost = inside.current && document.activeElement === document.body;
    if (!wanted.current && !lost) return;
    wanted.current = false;
    const node = cell();
    if (!node) return;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  return {
    place,
    /** Takes the focus there. */
    go: ({ row, column }: Place) => {
      wanted.current = true;
      setSpot({ row: row < 0 ? null : (ids[row] ?? ""), column: keys[column] ?? first });
    },
    /** Whether the focus is in the table, as its events tell. */
    setInside: (is: boolean) => {
      inside.current = is;
    },
  };
}
