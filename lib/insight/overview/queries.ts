import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { type TotalRow, toTotal } from "../../money/total/dto";
import { totalColumns } from "../../money/total/queries";
import { sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
import { newestDeals } from "../deal/queries";
import { sumDeals } from "../flow/queries";
import { recentChanges } from "./change/queries";
import type { Flow, Known } from "./dto";
import { corridorsOf, standingsOf, yearsOf } from "./rules";
import { expectedTerms, ofStandingDeal, triggeredTerms } from "./term/queries";

/** How many corridors are shown. */
const corridorsShown = 8;

/** The whole catalogue in figures. `today` is the day from which a payment is still expected. */
export async function getOverview(ctx: Ctx, today: string) {
  authorize(ctx.actor, "catalogue.read");
  const [counted, lists, changes] = await Promise.all([
    whileUnchanged(`overview ${today}`, () => countAll(ctx, today)),
    Promise.all([
      newestDeals(sql`true`, 8),
      newestDeals(sql`has_conflict`, 5),
      newestDeals(sql`unverified`, 20),
    ]),
    recentChanges(ctx, 8),
  ]);
  const [latest, conflicts, unverified] = lists;
  return { ...counted, latest, conflicts, unverified, changes };
}

/** What reads more the more deals there are. */
async function countAll(ctx: Ctx, today: string) {
  const [flows, companies, headline, paid, triggered, expected] = await Promise.all([
    countFlows(),
    countCompanies(),
    headlineTotal(ctx),
    paidTotal(),
    triggeredTerms(),
    expectedTerms(today),
  ]);
  return {
    standings: standingsOf(flows),
    years: yearsOf(flows),
    corridors: corridorsOf(flows).slice(0, corridorsShown),
    ...{ companies, headline, paid, triggered, expected },
  };
}

/** One pass over the kept totals, from which years, corridors and doubts are all counted. */
export function countFlows(): Promise<Flow[]> {
  return sql<Flow[]>`
    SELECT year, giving, taking, sum(deals)::int AS deals, sum(conflicts)::int AS conflicts,
      sum(unverified)::int AS unverified
    FROM deal_total GROUP BY 1, 2, 3 HAVING sum(deals) > 0`;
}

async function countCompanies(): Promise<number> {
  const [row] = await sql<{ all: number }[]>`
    SELECT count(*)::int AS all FROM company WHERE withdrawn_at IS NULL`;
  return row?.all ?? 0;
}

/** The announced totals in US dollars of the deals that have such a figure. */
async function headlineTotal(ctx: Ctx): Promise<Known> {
  const [all] = await sumDeals(ctx, {}, []);
  return all ? { total: all.headline.total, all: all.deals } : toKnown(undefined);
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
      LEFT JOIN (
        SELECT DISTINCT ON (term_id) term_id, actual_amount, actual_disclosure AS actual FROM payment_event
        WHERE actual_amount IS NOT NULL AND actual_currency = 'USD' ORDER BY term_id, seq DESC
      ) AS said ON said.term_id = t.id
      WHERE t.state = 'PAID' AND t.kind <> 'HEADLINE' AND ${ofStandingDeal()}
        AND coalesce(t.currency::text, (SELECT currency FROM deal_row WHERE id = t.deal_id)) = 'USD'
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
