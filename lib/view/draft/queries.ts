import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { Draft } from "./schema";

/** What this person had typed into the form and not saved, or null. */
export async function findDraft(ctx: Ctx, form: string): Promise<Draft | null> {
  authorize(ctx.actor, "catalogue.write");
  if (ctx.actor.kind !== "user") return null;
  const row = await ctx.db.draft.findUnique({
    select: { payload: true, version: true, updatedAt: true },
    where: { userId_form: { userId: ctx.actor.id, form } },
  });
  if (!row || typeof row.payload !== "string") return null;
  return { payload: row.payload, version: row.version, updatedAt: row.updatedAt.toISOString() };
}
