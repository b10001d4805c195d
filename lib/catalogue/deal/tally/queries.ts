import "server-only";
import { sql } from "../../../sql";
import { type DealFilter, type Keyed, keyed } from "../schema";

/** A value of a facet as a row holds it: 'from:CN'. */
export function keyOf(facet: Keyed, value: string): string {
  return `${facet}:${value}`;
}

/**
 * The keys that a filter asks for, one or two of different facets, none where it asks for nothing; undefined where it
 * asks for more than the tally of deals knows.
 */
export function talliedKeys({ match, ...filter }: DealFilter): string[] | undefined {
  const asked = Object.values(filter).filter((value) => value !== undefined).length;
  const values = keyed.flatMap((facet) => filter[facet]?.map((value) => keyOf(facet, value)) ?? []);
  const single = keyed.filter((facet) => filter[facet]?.length === 1).length;
  if (asked !== single || single > (match === "any" ? 1 : 2)) return;
  return values;
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

/** How many deals hold these keys, two at most; every one holds ''. */
export async function tallyOf([one = "", other = ""]: string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    SELECT coalesce(sum(n), 0)::int AS count FROM deal_tally
    WHERE (a = ${one} AND b = ${other}) OR (a = ${other} AND b = ${one})`;
  return row?.count ?? 0;
}
