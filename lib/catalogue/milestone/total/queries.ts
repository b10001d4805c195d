import "server-only";
import type { TermKind } from "@/prisma/generated/enums";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { type Made, type PartRow, toMade } from "../../../money/total/dto";
import { totalColumns } from "../../../money/total/queries";
import { sql } from "../../../sql";
import { joinedRate, milestoneCondition, milestoneTables, promisedIn } from "../filter/queries";
import type { MilestoneFilter } from "../schema";

/** `unrated`: of the amounts with a figure, how many have no rate and stay in their own currency. */
export type MilestoneTotals = { sums: Made<TermKind>[]; unrated: number };

type Row = PartRow<TermKind> & { rated: number };

/**
 * What the payments of a filter promise, currency by currency, with what is inside by kind. A draw is part of
 * its pool and left out where the pool is listed, too; what was not researched is left out beside others.
 */
export async function totalMilestones(ctx: Ctx, filter: MilestoneFilter): Promise<MilestoneTotals> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await sql<Row[]>`
    WITH listed AS (
      SELECT t.id, t.pool_id, t.kind, fx.rate,
        CASE WHEN fx.rate IS NULL THEN ${promisedIn()} ELSE 'USD' END AS currency,
        round(t.min * coalesce(fx.rate, 1), 4) AS min, round(t.max * coalesce(fx.rate, 1), 4) AS max,
        t.disclosure
      FROM ${milestoneTables()} ${joinedRate(filter)} WHERE ${milestoneCondition(filter)}
    )
    SELECT currency, kind AS part, ${totalColumns()},
      count(coalesce(min, max)) FILTER (WHERE rate IS NOT NULL)::int AS rated
    FROM listed
    WHERE NOT EXISTS (SELECT FROM listed AS pool WHERE pool.id = listed.pool_id)
    GROUP BY GROUPING SETS ((currency), (currency, kind))
    HAVING bool_or(disclosure <> 'NOT_RESEARCHED')
    ORDER BY kind`;
  const wholes =
    (filter.fx ?? "original") === "original" ? [] : rows.filter(({ part }) => part === null);
  return {
    sums: toMade(rows),
    unrated: wholes.reduce((sum, { disclosed, rated }) => sum + disclosed - rated, 0),
  };
}
