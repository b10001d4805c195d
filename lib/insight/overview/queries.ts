import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { newestDeals } from "../deal/queries";
import { type TotalRow, toTotal } from "../total/dto";
import { totalColumns } from "../total/queries";
import { recentChanges } from "./change/queries";
import type { Corridor, Known, Standings, YearFlow } from "./dto";
import { expectedTerms, triggeredTerms } from "./term/queries";

/** The whole catalogue in figures. `today` is the day from which a payment is still expected. */
export async function getOverview(ctx: Ctx, today: string) {
  authorize(ctx.actor, "catalogue.read");
  const [
    standings,
    years,
    corridors,
    headline,
    paid,
    triggered,
    expected,
    latest,
    conflicts,
    unverified,
    changes,
  ] = await Promise.all([
    countStandings(),
    countByYear(),
    topCorridors(),
    headlineTotal(),
    paidTotal(),
    triggeredTerms(),
    expectedTerms(today),
    newestDeals(sql`true`, 8),
    newestDeals(sql`has_conflict`, 5),
    newestDeals(sql`unverified`, 20),
    recentChanges(ctx, 8),
  ]);
  const figures = { standings, years, corridors, headline, paid };
  return { ...figures, triggered, expected, latest, conflicts, unverified, changes };
}

export type Overview = Awaited<ReturnType<typeof getOverview>>;

async function countStandings(): Promise<Standings> {
  const [row] = await sql<Standings[]>`
    SELECT count(*)::int AS deals,
      (SELECT count(*)::int FROM company WHERE withdrawn_at IS NULL) AS companies,
      count(*) FILTER (WHERE has_conflict)::int AS conflicts,
      count(*) FILTER (WHERE unverified)::int AS unverified,
      count(*) FILTER (WHERE 'CN' = ANY (giving_countries) AND 'JP' = ANY (taking_countries))::int AS "cnToJp",
      count(*) FILTER (WHERE 'JP' = ANY (giving_countries) AND 'CN' = ANY (taking_countries))::int AS "jpToCn"
    FROM deal_row`;
  return row ?? { deals: 0, companies: 0, conflicts: 0, unverified: 0, cnToJp: 0, jpToCn: 0 };
}

/** Every year with a deal, the earliest first. */
function countByYear(): Promise<YearFlow[]> {
  return sql<YearFlow[]>`
    SELECT year, count(*)::int AS deals, count(*) FILTER (WHERE out)::int AS "cnToJp",
      count(*) FILTER (WHERE back)::int AS "jpToCn", count(*) FILTER (WHERE out AND back)::int AS both
    FROM (
      SELECT extract(year FROM announced_on)::int AS year,
        'CN' = ANY (giving_countries) AND 'JP' = ANY (taking_countries) AS out,
        'JP' = ANY (giving_countries) AND 'CN' = ANY (taking_countries) AS back
      FROM deal_row
    ) AS flow
    GROUP BY year ORDER BY year`;
}

function topCorridors(): Promise<Corridor[]> {
  return sql<Corridor[]>`
    SELECT "from", "to", sum(deals)::int AS deals FROM (
      SELECT giving_countries, taking_countries, count(*) AS deals FROM deal_row
      GROUP BY giving_countries, taking_countries
    ) AS sides
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(giving_countries) AS "from") AS giving
    CROSS JOIN LATERAL (SELECT DISTINCT unnest(taking_countries) AS "to") AS taking
    WHERE "from" <> "to"
    GROUP BY "from", "to" ORDER BY deals DESC, "from", "to" LIMIT 8`;
}

/** The announced totals of the deals in US dollars that say one. */
async function headlineTotal(): Promise<Known> {
  const [row] = await sql<(TotalRow & { all: number })[]>`
    SELECT ${totalColumns()}, (SELECT count(*)::int FROM deal_row) AS all
    FROM (
      SELECT headline_min AS min, headline_max AS max, headline_disclosure AS disclosure FROM deal_row
      WHERE currency = 'USD' AND (headline_min IS NOT NULL OR headline_max IS NOT NULL)
    ) AS said`;
  return toKnown(row);
}

/** What is known to be paid, of the payments in US dollars that stand as paid. */
async function paidTotal(): Promise<Known> {
  const [row] = await sql<(TotalRow & { all: number })[]>`
    SELECT ${totalColumns()}, count(*)::int AS all
    FROM (
      SELECT
        CASE WHEN said.actual IS NULL THEN t.min
             WHEN said.actual <> 'UP_TO' THEN said.actual_amount END AS min,
        CASE WHEN said.actual IS NULL THEN t.max
             WHEN said.actual <> 'AT_LEAST' THEN said.actual_amount END AS max,
        coalesce(said.actual, t.disclosure) AS disclosure
      FROM payment_term t
      JOIN deal_row d ON d.id = t.deal_id
      LEFT JOIN LATERAL (
        SELECT e.actual_amount, e.actual_disclosure AS actual FROM payment_event e
        WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL AND e.actual_currency = 'USD'
        ORDER BY e.seq DESC LIMIT 1
      ) AS said ON true
      WHERE t.state = 'PAID' AND t.kind <> 'HEADLINE' AND t.currency = 'USD'
    ) AS payment`;
  return toKnown(row);
}

function toKnown(row: (TotalRow & { all: number }) | undefined): Known {
  const none: TotalRow = {
    min: null,
    max: null,
    disclosure: "NOT_RESEARCHED",
    disclosed: 0,
    of: 0,
  };
  return { total: toTotal(row ?? none, "USD"), all: row?.all ?? 0 };
}
