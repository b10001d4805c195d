import "server-only";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { sql } from "../../../sql";
import { whileUnchanged } from "../../../unchanged";
import type { Fragment } from "../../queries";
import { dealCondition, rowsOf } from "../queries";
import type { DealFilter } from "../schema";
import type { DealFacet, Facets } from "./dto";

/** The values of a row that a facet counts, as the filter of that name compares them. */
const values: Record<DealFacet, () => Fragment> = {
  type: () => sql`array_prepend(type, structures)::text[]`,
  status: () => sql`ARRAY[status]::text[]`,
  stage: () => sql`stages::text[]`,
  modality: () => sql`modalities::text[]`,
  from: () => sql`giving_countries`,
  to: () => sql`taking_countries`,
};

/**
 * How many deals each value of a facet would leave, given the other filters; the most frequent first. Where a deal
 * may match any filter, how many each value would bring.
 */
export async function countDealFacets(ctx: Ctx, filter: DealFilter): Promise<Facets> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  return whileUnchanged(`deal facets ${JSON.stringify(rows)}`, async () => {
    const count = (facet: DealFacet) => countFacet(facet, othersOf(rows, facet));
    const [type, status, stage, modality, from, to] = await Promise.all([
      count("type"),
      count("status"),
      count("stage"),
      count("modality"),
      count("from"),
      count("to"),
    ]);
    return { type, status, stage, modality, from, to };
  });
}

/** What else is asked of a value's deals: of joined by OR, nothing else is. */
function othersOf(rows: DealFilter, facet: DealFacet): DealFilter {
  return rows.match === "any" ? { q: rows.q } : { ...rows, [facet]: undefined };
}

/** Equal lists are counted together before they are taken apart: there are few of them. */
async function countFacet(facet: DealFacet, others: DealFilter) {
  const rows = await sql<{ value: string; count: number }[]>`
    SELECT value, sum(n)::int AS count
    FROM (SELECT ${values[facet]()} AS list, count(*) AS n FROM deal_row
      WHERE ${dealCondition(others)} GROUP BY 1) AS lists
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(list) AS value) AS one
    GROUP BY 1 ORDER BY 2 DESC, 1`;
  return rows.map(({ value, count }) => ({ value, count }));
}
