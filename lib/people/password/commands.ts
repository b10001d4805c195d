import "server-only";
import { beginAttempt } from "../../auth/attempt/commands";
import type { SessionClaims } from "../../auth/schema";
import { type Ctx, inTransaction } from "../../context";
import { AppError, invalidField } from "../../errors";
import { record } from "../../history/commands";
import { hashPassword, verifyPassword } from "../../password";
import { voidLinks } from "../link/commands";
import { isOwnEmail } from "../rules";
import type { PasswordChange } from "../schema";

/**
 * One's own. Ends every session; the claims returned start the one that goes on.
 * @throws AppError INVALID when the present password is wrong, LIMITED after ten wrong ones
 */
export async function changePassword(ctx: Ctx, input: PasswordChange): Promise<SessionClaims> {
  if (ctx.actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "Sign in first");
  const { id } = ctx.actor;
  const old = await provePassword(ctx, id, input);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (ctx) => {
    // The old hash is part of the condition: a reset in the meantime must win.
    const [changed] = await ctx.db.user.updateManyAndReturn({
      where: { id, passwordHash: old, disabledAt: null },
      data: { passwordHash, mustChangePassword: false, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    });
    if (!changed) {
      throw new AppError("CONFLICT", "Your account was changed meanwhile; sign in again");
    }
    await voidLinks(ctx, id);
    await record(ctx, [
      { entity: "USER", entityId: id, action: "password", version: null, changes: [] },
    ]);
    return changed;
  });
}

/** The hash that was proven. A stolen session must not be a place to guess the password at leisure. */
async function provePassword(ctx: Ctx, id: string, { current, password }: PasswordChange) {
  const { email, passwordHash } = await ctx.db.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, passwordHash: true },
  });
  const attempt = await beginAttempt(email, "signed-in");
  if (!(await verifyPassword(passwordHash, current))) {
    await attempt.failed();
    throw invalidField("current", "This is not your present password");
  }
  await attempt.succeeded();
  if (isOwnEmail(password, email)) {
    throw invalidField("password", "The password must not be the e-mail address");
  }
  if (password === current) {
    throw invalidField("password", "Choose a password other than the present one");
  }
  return passwordHash;
}
