import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";

/** How the generator names the first deals it makes; equality finds them by the index under any collation. */
const slugs = Array.from({ length: 20 }, (_, index) => `synthetic-deal-${index + 1}`);

/** Whether the database holds deals that nobody made: each page then says so. */
export async function holdsSyntheticDeals(ctx: Ctx): Promise<boolean> {
  authorize(ctx.actor, "catalogue.read");
  const found = await ctx.db.deal.findFirst({
    select: { id: true },
    where: { slug: { in: slugs }, tags: { has: "synthetic" } },
  });
  return found !== null;
}
