import "server-only";
import * as z from "zod";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { sql } from "../../../sql";
import { knownUnchanged, whileUnchanged } from "../../../unchanged";
import { dealsOn } from "../past/queries";
import { dealCondition, rowsOf } from "../queries";
import type { DealFilter } from "../schema";
import { talliedKeys, tallyOf } from "../tally/queries";
import type { Estimate } from "./dto";

const nameOf = (rows: DealFilter) => `deals ${JSON.stringify(rows)}`;

/** How many deals a filter lets through, exactly. */
export async function countDeals(ctx: Ctx, filter: DealFilter): Promise<number> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  const keys = talliedKeys(rows);
  if (keys) return tallyOf(keys);
  return whileUnchanged(nameOf(rows), async () => {
    const [count] = await sql<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${dealsOn(rows.as_of)} WHERE ${dealCondition(rows)}`;
    return count?.total ?? 0;
  });
}

/** In the planner's units: rows that are found below this are counted in a few milliseconds. */
const dear = 3000;

const plans = z.tuple([
  z.object({ Plan: z.object({ "Total Cost": z.number(), "Plan Rows": z.number() }) }),
]);

/** How many deals a filter lets through: exactly where that is cheap, else as the database guesses. */
export async function estimateDeals(ctx: Ctx, filter: DealFilter): Promise<Estimate> {
  authorize(ctx.actor, "catalogue.read");
  const rows = rowsOf(filter);
  if (talliedKeys(rows)) return { count: await countDeals(ctx, rows), exact: true };
  const known = await knownUnchanged<number>(nameOf(rows));
  if (known !== undefined) return { count: known, exact: true };
  const [row] = await sql`
    EXPLAIN (FORMAT JSON) SELECT id FROM ${dealsOn(rows.as_of)} WHERE ${dealCondition(rows)}`;
  const [{ Plan: plan }] = plans.parse(row?.["QUERY PLAN"]);
  if (plan["Total Cost"] < dear) return { count: await countDeals(ctx, rows), exact: true };
  return { count: plan["Plan Rows"], exact: false };
}
