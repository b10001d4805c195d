import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { type Person, personSelect, toPerson } from "./dto";
import { hashOfToken } from "./link/commands";
import { linkToken } from "./schema";

/** Everybody with an account, by name. */
export async function listPeople(ctx: Ctx): Promise<Person[]> {
  authorize(ctx.actor, "people.manage");
  const rows = await ctx.db.user.findMany({
    select: personSelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toPerson);
}

/** Whether one has a password to change, or signs in by a provider only. */
export async function hasPassword(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.kind !== "user") return false;
  const { id } = ctx.actor;
  return (await ctx.db.user.count({ where: { id, passwordHash: { not: null } } })) > 0;
}

export type OpenLink = { email: string; name: string; purpose: "INVITE" | "RESET" };

/** Whom a link is for; null when it is unknown, used, out of date or its person disabled. Open to all. */
export async function findOpenLink(ctx: Ctx, token: string): Promise<OpenLink | null> {
  if (!linkToken.safeParse(token).success) return null;
  const link = await ctx.db.oneTimeLink.findUnique({
    where: { tokenHash: hashOfToken(token), usedAt: null, expiresAt: { gt: new Date() } },
    select: { purpose: true, user: { select: { email: true, name: true, disabledAt: true } } },
  });
  if (!link || link.user.disabledAt) return null;
  return { email: link.user.email, name: link.user.name, purpose: link.purpose };
}
