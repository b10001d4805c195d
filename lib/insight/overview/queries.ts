import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { newestDeals } from "../deal/queries";
import { type TotalRow, toTotal } from "../total/dto";
import { totalColumns } from "../total/queries";
import { recentChanges } from "./change/queries";
import type { Flow, Known } from "./dto";
import { corridorsOf, standingsOf, yearsOf } from "./rules";
import { expectedTerms, triggeredTerms } from "./term/queries";

/** How many corridors are shown. */
const corridorsShown = 8;

/** The whole catalogue in figures. `today` is the day from which a payment is still expected. */
export async function getOverview(ctx: Ctx, today: string) {
  authorize(ctx.actor, "catalogue.read");
  const [flows, companies, money, terms, lists, changes] = await Promise.all([
    countFlows(),
    countCompanies(),
    Promise.all([headlineTotal(), paidTotal()]),
    Promise.all([triggeredTerms(), expectedTerms(today)]),
    Promise.all([
      newestDeals(sql`true`, 8),
      newestDeals(sql`has_conflict`, 5),
      newestDeals(sql`unverified`, 20),
    ]),
    recentChanges(ctx, 8),
  ]);
  const [headline, paid] = money;
  const [triggered, expected] = terms;
  const [latest, conflicts, unverified] = lists;
  return {
    standings: standingsOf(flows),
    companies,
    years: yearsOf(flows),
    corridors: corridorsOf(flows).slice(0, corridorsShown),
    ...{ headline, paid, triggered, expected, latest, conflicts, unverified, changes },
  };
}

/** One pass over the index `deal_row_flows`, from which years, corridors and doubts are all counted. */
function countFlows(): Promise<Flow[]> {
  return sql<Flow[]>`
    SELECT extract(year FROM announced_on)::int AS year, giving_countries AS giving,
      taking_countries AS taking, count(*)::int AS deals,
      count(*) FILTER (WHERE has_conflict)::int AS conflicts,
      count(*) FILTER (WHERE unverified)::int AS unverified
    FROM deal_row GROUP BY 1, 2, 3`;
}

async function countCompanies(): Promise<number> {
  const [row] = await sql<{ all: number }[]>`
    SELECT count(*)::int AS all FROM company WHERE withdrawn_at IS NULL`;
  return row?.all ?? 0;
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
