import "server-only";
import type postgres from "postgres";
import type { PendingQuery } from "postgres";
import { sql } from "../sql";
import { type Place, placeText, type SortBy } from "./schema";

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

/** One page of a list: its order, and what lies beyond its place, part by part. */
export type ListWindow = {
  sort: SortBy<string>;
  place?: Place;
  parts: Fragment[];
  order: Fragment;
};

export function windowOf(
  sort: SortBy<string>,
  place: Place | undefined,
  by: SortColumn,
  id: Fragment,
): ListWindow {
  const turned = place?.way === "previous";
  return {
    ...{ sort, place },
    parts: place ? partsBeyond(by, id, place, sort.descending !== turned) : [sql`true`],
    order: orderOf(sort.descending, by, id, turned),
  };
}

/** Known and unknown values apart: an index serves each part, and none serves the two joined by OR. */
function partsBeyond(
  { column, type, nullable }: SortColumn,
  id: Fragment,
  { way, value, id: rowId }: Place,
  falling: boolean,
): Fragment[] {
  const sign = falling ? sql`<` : sql`>`;
  if (value === null) {
    const unknown = sql`${column} IS NULL AND ${id} ${sign} ${rowId}::uuid`;
    return way === "previous" ? [unknown, sql`${column} IS NOT NULL`] : [unknown];
  }
  const known = sql`(${column}, ${id}) ${sign} (${value}::text::${type}, ${rowId}::uuid)`;
  return nullable && way === "next" ? [known, sql`${column} IS NULL`] : [known];
}

/** Reads part after part until there are `count` rows, or no more. */
export async function readWindow<R>(
  { parts }: ListWindow,
  count: number,
  read: (beyond: Fragment, count: number) => PromiseLike<readonly R[]>,
): Promise<R[]> {
  const rows: R[] = [];
  for (const part of parts) {
    if (rows.length < count) rows.push(...(await read(part, count - rows.length)));
  }
  return rows;
}

/** A page of a list, with the places before and after it. */
export type Window<T> = { items: T[]; next: string | null; previous: string | null };

type Placed = { id: string; sort_value: string | null };

/** Rows are fetched one more than the limit, to know whether something follows. */
export function toWindow<R extends Placed, T>(
  rows: readonly R[],
  limit: number,
  { sort, place }: ListWindow,
  map: (row: R) => T,
): Window<T> {
  const turned = place?.way === "previous";
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (turned) shown.reverse();
  const beside = (way: Place["way"], row: R | undefined) =>
    row ? placeText(sort, { way, value: row.sort_value, id: row.id }) : null;
  return {
    items: shown.map(map),
    next: turned || more ? beside("next", shown.at(-1)) : null,
    previous: (turned ? more : place) ? beside("previous", shown[0]) : null,
  };
}
