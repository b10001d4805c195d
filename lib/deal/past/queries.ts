import "server-only";
import type { DealStatus } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { DealDoc } from "../schema";
import { dealOn } from "./rules";

/**
 * The deal as it stood at the end of a day before today, null when it was not announced by then.
 * Its parties, its assets and what its claims say are those of today.
 */
export async function findPastDeal(ctx: Ctx, doc: DealDoc, day: string): Promise<DealDoc | null> {
  authorize(ctx.actor, "catalogue.read");
  const [row] = await ctx.db.$queryRaw<{ status: DealStatus }[]>`
    SELECT status FROM deal_row_on(${day}::date) WHERE id = ${doc.id}::uuid`;
  return row ? dealOn(doc, day, row.status) : null;
}
