import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { LinkPurpose } from "@/prisma/generated/enums";
import { type Ctx, inTransaction } from "../../context";
import { AppError, invalidField } from "../../errors";
import { record } from "../../history/commands";
import { hashPassword } from "../../password";
import { isOwnEmail, linkHours } from "../rules";
import type { LinkAcceptance } from "../schema";

/** What an administrator hands over. The token is shown once: only its hash is kept. */
export type NewLink = { token: string; expiresAt: string };

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Part of the commands that invite and reset, in their transaction: earlier links stop working. */
export async function replaceLink(
  ctx: Ctx,
  userId: string,
  purpose: LinkPurpose,
): Promise<NewLink> {
  await voidLinks(ctx, userId);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + linkHours * 60 * 60 * 1000);
  await ctx.db.oneTimeLink.create({
    data: { userId, purpose, tokenHash: hashOfToken(token), expiresAt },
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

export async function voidLinks(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.oneTimeLink.deleteMany({ where: { userId, usedAt: null } });
}

/**
 * Sets the password of the link's person and ends their sessions. Needs no role: the link is the right.
 * @throws AppError NOT_FOUND, the same for an unknown, a used and an outdated link
 */
export async function acceptLink(ctx: Ctx, { token, password }: LinkAcceptance): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, async (ctx) => {
    const { purpose, person } = await useLink(ctx, token);
    if (isOwnEmail(password, person.email)) {
      throw invalidField("password", "The password must not be the e-mail address");
    }
    await ctx.db.user.update({
      where: { id: person.id },
      data: { passwordHash, mustChangePassword: false, sessionVersion: { increment: 1 } },
    });
    await voidLinks(ctx, person.id);
    const { id, name, role } = person;
    await record({ ...ctx, actor: { kind: "user", id, name, role } }, [
      {
        entity: "USER",
        entityId: id,
        action: purpose === "INVITE" ? "accept-invitation" : "accept-reset",
        version: null,
        changes: [],
      },
    ]);
  });
}

/**
 * Taken and judged in one statement, so that of two who use it together one finds it used. The person
 * is locked first, as by those who reset and disable, so that the two can't wait for each other.
 */
async function useLink(ctx: Ctx, token: string) {
  const tokenHash = hashOfToken(token);
  await ctx.db.$executeRaw`
    SELECT 1 FROM app_user WHERE id = (SELECT user_id FROM one_time_link WHERE token_hash = ${tokenHash})
    FOR UPDATE`;
  const [link] = await ctx.db.oneTimeLink.updateManyAndReturn({
    where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
    select: { userId: true, purpose: true },
  });
  const person =
    link &&
    (await ctx.db.user.findUnique({
      where: { id: link.userId, disabledAt: null },
      select: { id: true, email: true, name: true, role: true },
    }));
  if (!link || !person) throw new AppError("NOT_FOUND", "This link no longer works");
  return { purpose: link.purpose, person };
}
