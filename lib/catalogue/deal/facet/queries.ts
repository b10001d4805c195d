import "server-only";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { sql } from "../../../sql";
import { whileUnchanged } from "../../../unchanged";
import { dealsOn } from "../past/queries";
import { dealCondition, rowsOf } from "../queries";
import type { DealFilter } from "../schema";
import { type KeyCount, talliedKeys, tallyBeside } from "../tally/queries";
import type { DealFacet, Facets } from "./dto";

/**
 * How many deals each value of a facet would leave, given the other filters; the most frequent first. Where a deal
 * may match any filter, how many each value would bring.
 */
export async function countDealFacets(ctx: Ctx, filter: DealFilter): Promise<Facets> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  const asked = new Map<string, Promise<KeyCount[]>>();
  const counts = (facet: DealFacet) => {
    const others = othersOf(rows, facet);
    const name = JSON.stringify(others);
    const known = asked.get(name) ?? countKeys(others, name);
    asked.set(name, known);
    return known.then((keys) => valuesOf(facet, keys));
  };
  const [type, status, stage, modality, from, to] = await Promise.all([
    counts("type"),
    counts("status"),
    counts("stage"),
    counts("modality"),
    counts("from"),
    counts("to"),
  ]);
  return { type, status, stage, modality, from, to };
}

/** What else is asked of a value's deals: of filters joined by OR, the search and what was picked are. */
function othersOf(rows: DealFilter, facet: DealFacet): DealFilter {
  return rows.match === "any"
    ? { q: rows.q, id: rows.id, batch: rows.batch, as_of: rows.as_of }
    : { ...rows, [facet]: undefined };
}

/** How many deals of a filter hold each key: from the tally, which a write moves on, or counted while nothing is written. */
function countKeys(filter: DealFilter, name: string): Promise<KeyCount[]> {
  const keys = talliedKeys(filter);
  if (keys && keys.length < 2) return tallyBeside(keys[0] ?? "");
  // Equal lists are counted together before they are taken apart: there are fewer of them.
  return whileUnchanged(
    `deal keys ${name}`,
    async () =>
      await sql<KeyCount[]>`
      SELECT key, sum(n)::int AS count
      FROM (SELECT keys, count(*) AS n FROM ${dealsOn(filter.as_of)} WHERE ${dealCondition(filter)} GROUP BY keys) AS lists
      CROSS JOIN LATERAL unnest(keys) AS key
      GROUP BY key`,
  );
}

/** A facet's own values, the most frequent first. */
function valuesOf(facet: DealFacet, keys: KeyCount[]) {
  const prefix = `${facet}:`;
  return keys
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key, count }) => ({ value: key.slice(prefix.length), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
