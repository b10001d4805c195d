import "server-only";
import { sql } from "../../../sql";
import { type DealFilter, type Keyed, keyed } from "../schema";

/** A value of a facet as a row holds it: 'from:CN'. */
export function keyOf(facet: Keyed, value: string): string {
  return `${facet}:${value}`;
}

/**
 * The one key that a filter asks for, '' where it asks for nothing, undefined where it asks for more than the
 * tally of deals knows.
 */
export function talliedKey({ match: _m, ...filter }: DealFilter): string | undefined {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (asked.length === 0) return "";
  const keys = keyed.flatMap((facet) => (filter[facet] ?? []).map((value) => keyOf(facet, value)));
  return asked.length === 1 && keys.length === 1 ? keys[0] : undefined;
}

export type KeyCount = { key: string; count: number };

/** How many deals hold this key and each other one, of another facet. */
export function tallyBeside(key: string): Promise<KeyCount[]> {
  return sql<KeyCount[]>`
    SELECT key, sum(n)::int AS count FROM (
      SELECT b AS key, n FROM deal_tally WHERE a = ${key}
      UNION ALL SELECT a, n FROM deal_tally WHERE b = ${key}) AS beside
    WHERE key <> '' GROUP BY key HAVING sum(n) > 0`;
}

/** How many deals hold this key; every one holds ''. */
export async function tallyOf(key: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT coalesce(sum(n), 0)::int AS count FROM deal_tally WHERE a = '' AND b = ${key}`;
  return row?.count ?? 0;
}
