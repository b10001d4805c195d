import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { Warning } from "./rules";

/** What is kept with the deal that its own document does not tell: an overlap with another deal. */
export async function loadOverlapWarnings(ctx: Ctx, dealId: string): Promise<Warning[]> {
  authorize(ctx.actor, "catalogue.read");
  const code = "grantsOverlapDeals";
  const rows = await ctx.db.dealWarning.findMany({ where: { dealId, code } });
  return rows.map(({ path }) => ({ code, path }));
}
