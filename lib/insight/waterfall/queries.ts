import "server-only";
import { authorize } from "../../auth/rules";
import {
  promisedIn,
  scopeCondition,
  stepCondition,
} from "../../catalogue/milestone/filter/queries";
import { type MilestoneScope, type Step, steps } from "../../catalogue/milestone/schema";
import type { Ctx } from "../../context";
import { totalColumns } from "../../money/total/queries";
import { type Fragment, sql } from "../../sql";
import { type StepRow, toWaterfalls, type Waterfall } from "./dto";

/** What a step counts of a payment: what was promised, what is left in a pool, or what happened. */
const amounts: Record<Step, () => Fragment> = {
  headline: () => promise(),
  upfront: () => promise(),
  triggered: () => fact(),
  paid: () => fact(),
  lapsed: () => fact(),
  open: () => sql`t.currency, CASE WHEN rest IS NULL THEN t.min END AS min, coalesce(rest, t.max) AS max,
    CASE WHEN rest IS NULL THEN t.disclosure ELSE 'UP_TO' END AS disclosure`,
  unknown: () => fact(),
};

const promise = () => sql`t.currency, t.min, t.max, t.disclosure`;

const fact = () => sql`coalesce(actual_currency, t.currency) AS currency,
  CASE WHEN actual IS NULL THEN t.min WHEN actual <> 'UP_TO' THEN actual_amount END AS min,
  CASE WHEN actual IS NULL THEN t.max WHEN actual <> 'AT_LEAST' THEN actual_amount END AS max,
  coalesce(actual, t.disclosure) AS disclosure`;

/** The payments of a scope with their last actual amount, and of a pool that was drawn on what is left. */
function own(scope: MilestoneScope) {
  return sql`
    WITH own AS (
      SELECT t.id, t.kind, t.state, t.pool_id, ${promisedIn()} AS currency, t.min, t.max, t.disclosure,
        said.actual_currency, said.actual_amount, said.actual
      FROM payment_term AS t
      JOIN deal_row AS d ON d.id = t.deal_id
      LEFT JOIN company AS payer ON payer.id = t.payer_id
      LEFT JOIN company AS payee ON payee.id = t.payee_id
      LEFT JOIN LATERAL (
        SELECT e.actual_amount, e.actual_currency::text, e.actual_disclosure AS actual
        FROM payment_event e
        WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL ORDER BY e.seq DESC LIMIT 1
      ) AS said ON true
      WHERE ${scopeCondition(scope)}
    ), drawn AS (
      SELECT draw.pool_id AS id, greatest(pool.max - coalesce(sum(
        CASE WHEN draw.actual IS NULL THEN draw.min
             WHEN draw.actual <> 'UP_TO' THEN draw.actual_amount END), 0), 0) AS rest
      FROM own AS draw JOIN own AS pool ON pool.id = draw.pool_id
      WHERE draw.state IN ('TRIGGERED', 'INVOICED', 'DISPUTED', 'PAID')
        AND coalesce(draw.actual_currency, draw.currency, pool.currency)
          IS NOT DISTINCT FROM pool.currency
      GROUP BY draw.pool_id, pool.max
    ), t AS (SELECT own.*, drawn.rest FROM own LEFT JOIN drawn ON drawn.id = own.id)`;
}

/** From headline to cash, for the payments of a deal, a company, a corridor or a year; a waterfall a currency. */
export async function getWaterfalls(ctx: Ctx, scope: MilestoneScope): Promise<Waterfall[]> {
  authorize(ctx.actor, "catalogue.read");
  const counted = steps.map(
    (step, n) => sql`${n ? sql`UNION ALL` : sql``}
      SELECT ${step} AS step, t.kind, ${amounts[step]()} FROM t WHERE ${stepCondition(step)}`,
  );
  const rows = await sql<StepRow[]>`
    ${own(scope)}, counted AS (${counted})
    SELECT step, currency, kind AS part, count(*)::int AS payments, ${totalColumns()},
      trim_scale(sum(coalesce(max, min)))::text AS known,
      coalesce(currency = ANY (ARRAY(SELECT currency FROM t
        WHERE state = 'UNKNOWN' AND kind NOT IN ('HEADLINE', 'MILESTONE_POOL'))), false) AS silent
    FROM counted GROUP BY GROUPING SETS ((step, currency), (step, currency, kind)) ORDER BY kind`;
  return toWaterfalls(rows);
}
