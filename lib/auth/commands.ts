import "server-only";
import type { Ctx } from "../context";
import { AppError } from "../errors";
import { verifyPassword } from "../password";
import { beginAttempt } from "./attempt/commands";
import { type Credentials, emailAddress, type SessionClaims } from "./schema";

/**
 * What a session may be started with. An unknown e-mail, a wrong password, an account without a
 * password and a disabled one all get the same answer after the same work.
 * @throws AppError UNAUTHENTICATED, or LIMITED after ten wrong passwords from this address
 */
export async function signInWithPassword(
  ctx: Ctx,
  { email: typed, password }: Credentials,
  address: string,
): Promise<SessionClaims> {
  const email = emailAddress.safeParse(typed).data ?? "";
  const attempt = await beginAttempt(email, address);
  const person = await ctx.db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  });
  const right = await verifyPassword(person?.passwordHash ?? null, password);
  if (!person || !right || person.disabledAt) {
    await attempt.failed();
    throw new AppError("UNAUTHENTICATED", "The e-mail address or the password is wrong");
  }
  await attempt.succeeded();
  await ctx.db.user.update({ where: { id: person.id }, data: { lastSignInAt: new Date() } });
  return { id: person.id, sessionVersion: person.sessionVersion };
}
