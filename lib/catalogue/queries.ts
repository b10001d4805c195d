import "server-only";
import type postgres from "postgres";
import type { PendingQuery } from "postgres";
import * as z from "zod";
import { decodeCursor, encodeCursor } from "../cursor";
import { sql } from "../sql";

/** A piece of a statement, its values apart from its text. */
export type Fragment = PendingQuery<postgres.Row[]>;

/** What a list is sorted by, and the type that its text is cast back to. */
export type SortColumn = { column: Fragment; type: Fragment; nullable: boolean };

/** The order of a list; the id makes it total. Unknown values come last, both ways. */
export function orderOf(descending: boolean, by: SortColumn, id: Fragment, turned = false) {
  const way = descending !== turned ? sql`DESC` : sql`ASC`;
  if (!by.nullable) return sql`${by.column} ${way}, ${id} ${way}`;
  return sql`${by.column} ${way} ${turned ? sql`NULLS FIRST` : sql`NULLS LAST`}, ${id} ${way}`;
}

/** A place between two pages: which way to read on, and the sort value and id of the row beside it. */
const place = z.tuple([z.enum(["next", "previous"]), z.string().nullable(), z.uuid()]);

export type ListWindow = { turned: boolean; started: boolean; beyond: Fragment; order: Fragment };

/** The condition and the order that read one page from a place, or the first page. */
export function windowOf(
  after: string | undefined,
  descending: boolean,
  by: SortColumn,
  id: Fragment,
): ListWindow {
  if (!after) {
    return {
      ...{ turned: false, started: false, beyond: sql`true` },
      order: orderOf(descending, by, id),
    };
  }
  const [way, value, rowId] = decodeCursor(place, after);
  const turned = way === "previous";
  const sign = descending !== turned ? sql`<` : sql`>`;
  return {
    turned,
    started: true,
    beyond: beyond(by, id, sign, turned, value, rowId),
    order: orderOf(descending, by, id, turned),
  };
}

function beyond(
  { column, type, nullable }: SortColumn,
  id: Fragment,
  sign: Fragment,
  turned: boolean,
  value: string | null,
  rowId: string,
): Fragment {
  if (value === null) {
    const inNulls = sql`(${column} IS NULL AND ${id} ${sign} ${rowId}::uuid)`;
    return turned ? sql`(${inNulls} OR ${column} IS NOT NULL)` : inNulls;
  }
  const row = sql`(${column}, ${id}) ${sign} (${value}::text::${type}, ${rowId}::uuid)`;
  return !nullable || turned ? row : sql`(${row} OR ${column} IS NULL)`;
}

/** A page of a list, with the places before and after it. */
export type Window<T> = { items: T[]; next: string | null; previous: string | null };

type Placed = { id: string; sort_value: string | null };

/** Rows are fetched one more than the limit, to know whether something follows. */
export function toWindow<R extends Placed, T>(
  rows: readonly R[],
  limit: number,
  { turned, started }: ListWindow,
  map: (row: R) => T,
): Window<T> {
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (turned) shown.reverse();
  const cursor = (way: "next" | "previous", row: R | undefined) =>
    row ? encodeCursor([way, row.sort_value, row.id]) : null;
  return {
    items: shown.map(map),
    next: turned || more ? cursor("next", shown.at(-1)) : null,
    previous: (turned ? more : started) ? cursor("previous", shown[0]) : null,
  };
}
