import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { AppError } from "../../errors";
import type { ListPreferenceInput } from "./schema";

/**
 * Keeps how this person lays out a table, viewers too. It is no fact of the catalogue: history does not record
 * it.
 * @throws AppError UNAUTHENTICATED for who has no account to keep it with
 */
export async function saveListLayout(
  ctx: Ctx,
  { page, layout }: ListPreferenceInput,
): Promise<void> {
  authorize(ctx.actor, "catalogue.read");
  if (ctx.actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "Sign in first");
  const userId = ctx.actor.id;
  await ctx.db.listPreference.upsert({
    where: { userId_page: { userId, page } },
    create: { userId, page, layout },
    update: { layout },
  });
}
