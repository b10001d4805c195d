import "server-only";
import { may, personIdOf } from "../../auth/rules";
import type { Ctx } from "../../context";
import { type Token, tokenSelect, toToken } from "./dto";

/** One's own tokens, newest first; an administrator sees everybody's. */
export async function listTokens(ctx: Ctx): Promise<Token[]> {
  const userId = personIdOf(ctx.actor);
  const rows = await ctx.db.apiToken.findMany({
    select: tokenSelect,
    where: may(ctx.actor, "people.manage") ? {} : { userId },
    orderBy: { id: "desc" },
  });
  const now = new Date();
  return rows.map((row) => toToken(row, userId, now));
}
