import "server-only";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { type TotalRow, toTotal } from "../../../money/total/dto";
import { totalColumns } from "../../../money/total/queries";
import { sql } from "../../../sql";
import { whileUnchanged } from "../../../unchanged";
import { dealsOn } from "../past/queries";
import { dealCondition, rowsOf } from "../queries";
import type { DealFilter } from "../schema";
import { type DealTotals, type Summed, summed } from "./dto";

type Row = TotalRow & { part: Summed; currency: string | null };

/** What the deals of a filter were promised and paid, currency by currency, the most deals first. */
export async function totalDeals(ctx: Ctx, filter: DealFilter): Promise<DealTotals> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  return whileUnchanged(`deal totals ${JSON.stringify(rows)}`, async () => {
    const listed = sql`${dealsOn(rows.as_of)} WHERE ${dealCondition(rows)}`;
    const [found, [mixed]] = await Promise.all([
      sql<Row[]>`
        SELECT part, currency, ${totalColumns()}
        FROM (SELECT * FROM ${listed} AND currency <> 'MIXED') AS d
        CROSS JOIN LATERAL (VALUES
          ('upfront', upfront_min, upfront_max, upfront_disclosure),
          ('headline', headline_min, headline_max, headline_disclosure),
          ('paid', paid_to_date, NULL, CASE WHEN paid_to_date IS NULL THEN 'NOT_RESEARCHED' ELSE 'AT_LEAST' END::disclosure)
        ) AS amount(part, min, max, disclosure)
        GROUP BY part, currency HAVING count(coalesce(min, max)) > 0`,
      sql<{ several: number }[]>`
        SELECT count(*)::int AS several FROM ${listed} AND currency = 'MIXED'`,
    ]);
    const totals = found.map(({ part, currency, ...row }) => ({
      of: part,
      total: toTotal(row, currency),
    }));
    totals.sort((a, b) => summed.indexOf(a.of) - summed.indexOf(b.of) || b.total.of - a.total.of);
    return { totals, several: mixed?.several ?? 0 };
  });
}
