import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { DealDoc } from "../schema";
import { lastingWarnings } from "./rules";

/** Keeps what the rules find in these deals, in the caller's transaction, in place of what they found before. */
export async function keepWarnings(ctx: Ctx, deals: readonly DealDoc[]): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  await ctx.db.dealWarning.deleteMany({ where: { dealId: { in: deals.map(({ id }) => id) } } });
  await ctx.db.dealWarning.createMany({
    data: deals.flatMap((deal) =>
      lastingWarnings(deal).map(({ code, path }) => ({ dealId: deal.id, code, path })),
    ),
  });
}
