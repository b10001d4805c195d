import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { type ListLayout, type ListPage, listLayout } from "./schema";

/** How this person has laid out the page's table, or null for the usual way. */
export async function findListLayout(ctx: Ctx, page: ListPage): Promise<ListLayout | null> {
  authorize(ctx.actor, "catalogue.read");
  if (ctx.actor.kind !== "user") return null;
  // Every page of the list waits for it: written out, it costs a third of what Prisma's own would.
  const [row] = await ctx.db.$queryRaw<{ layout: unknown }[]>`
    SELECT layout FROM list_preference WHERE user_id = ${ctx.actor.id}::uuid AND page = ${page}`;
  // Kept by an older version of the table, it may no longer fit.
  return listLayout.safeParse(row?.layout).data ?? null;
}
