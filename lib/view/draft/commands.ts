import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { AppError } from "../../errors";
import type { DraftInput } from "./schema";

/** Drafts are a person's own and no fact of the catalogue: history does not record them. */
function owner({ actor }: Ctx): string {
  authorize(actor, "catalogue.write");
  if (actor.kind !== "user") throw new AppError("FORBIDDEN", "Your role does not allow this");
  return actor.id;
}

/** Keeps what was typed, in place of what was kept before. */
export async function saveDraft(ctx: Ctx, { form, ...draft }: DraftInput): Promise<void> {
  const userId = owner(ctx);
  const updatedAt = new Date();
  await ctx.db.draft.upsert({
    where: { userId_form: { userId, form } },
    create: { userId, form, ...draft, updatedAt },
    update: { ...draft, updatedAt },
  });
}

/** Forgets the draft, if there is one. */
export async function dropDraft(ctx: Ctx, form: string): Promise<void> {
  const userId = owner(ctx);
  await ctx.db.draft.deleteMany({ where: { userId, form } });
}
