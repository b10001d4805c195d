import "server-only";
import { authorize } from "../auth/rules";
import { type Ctx, inTransaction } from "../context";
import { AppError, invalidField, notFound } from "../errors";
import { record } from "../history/commands";
import type { Change } from "../history/rules";
import { hashPassword, randomPassword } from "../password";
import { personSelect, standing } from "./dto";
import { type NewLink, replaceLink, voidLinks } from "./link/commands";
import { leavesAdministrator } from "./rules";
import {
  type FirstAdministrator,
  firstAdministrator,
  type Invitation,
  type PersonId,
  type RoleChange,
} from "./schema";

/** A person who can't sign in yet, and the link that lets them choose a password. */
export async function invitePerson(ctx: Ctx, input: Invitation): Promise<NewLink> {
  authorize(ctx.actor, "people.manage");
  return inTransaction(ctx, async (ctx) => {
    await lockAdministrators(ctx);
    const taken = await ctx.db.user.findUnique({ where: { email: input.email } });
    if (taken) throw invalidField("email", "Somebody with this e-mail address is here already");
    const { id } = await ctx.db.user.create({ data: input, select: { id: true } });
    await recordPerson(ctx, id, "create", [
      { path: "email", before: null, after: input.email },
      { path: "name", before: null, after: input.name },
      { path: "role", before: null, after: input.role },
    ]);
    return replaceLink(ctx, id, "INVITE");
  });
}

/** Takes effect at the person's next request; the last administrator keeps the role. */
export async function changeRole(ctx: Ctx, { id, role }: RoleChange): Promise<void> {
  authorize(ctx.actor, "people.manage");
  await inTransaction(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx);
    const person = await lockPerson(ctx, id);
    if (person.role === role) return;
    if (person.role === "ADMIN") keepOne(administrators, id);
    await ctx.db.user.update({ where: { id }, data: { role } });
    await recordPerson(ctx, id, "role", [{ path: "role", before: person.role, after: role }]);
  });
}

/** Ends the person's sessions and links; the last administrator can't be disabled. */
export async function disablePerson(ctx: Ctx, { id }: PersonId): Promise<void> {
  authorize(ctx.actor, "people.manage");
  await inTransaction(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx);
    const person = await lockPerson(ctx, id);
    if (person.disabledAt) return;
    if (person.role === "ADMIN") keepOne(administrators, id);
    await ctx.db.user.update({
      where: { id },
      data: { disabledAt: new Date(), sessionVersion: { increment: 1 } },
    });
    await voidLinks(ctx, id);
    await recordPerson(ctx, id, "disable", [{ path: "disabled", before: false, after: true }]);
  });
}

export async function enablePerson(ctx: Ctx, { id }: PersonId): Promise<void> {
  authorize(ctx.actor, "people.manage");
  await inTransaction(ctx, async (ctx) => {
    await lockAdministrators(ctx);
    const person = await lockPerson(ctx, id);
    if (!person.disabledAt) return;
    await ctx.db.user.update({ where: { id }, data: { disabledAt: null } });
    await recordPerson(ctx, id, "enable", [{ path: "disabled", before: true, after: false }]);
  });
}

/**
 * The old password stops working and every session ends; the link lets the person choose a new one.
 * Somebody who never came in gets an invitation once more.
 */
export async function resetPassword(ctx: Ctx, { id }: PersonId): Promise<NewLink> {
  authorize(ctx.actor, "people.manage");
  return inTransaction(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx);
    const person = await lockPerson(ctx, id);
    if (person.disabledAt) throw new AppError("CONFLICT", "Enable this person first");
    if (ctx.actor.kind === "user" && ctx.actor.id === id) {
      throw new AppError("CONFLICT", "Change your own password on the password page");
    }
    if (person.role === "ADMIN") keepOne(administrators, id);
    const waiting = standing(person) === "WAITING";
    await ctx.db.user.update({
      where: { id },
      data: { passwordHash: null, mustChangePassword: false, sessionVersion: { increment: 1 } },
    });
    await recordPerson(ctx, id, waiting ? "new-link" : "reset", []);
    return replaceLink(ctx, id, waiting && !person.lastSignInAt ? "INVITE" : "RESET");
  });
}

/**
 * Only while nobody has an account. Without a password one is made, to be shown once and changed at
 * the first sign-in: it is in the answer and nowhere else.
 * @throws AppError CONFLICT when there is somebody already
 */
export async function createFirstAdministrator(
  ctx: Ctx,
  raw: FirstAdministrator,
): Promise<{ email: string; generatedPassword: string | null }> {
  authorize(ctx.actor, "people.manage");
  const { email, password } = firstAdministrator.parse(raw);
  const generatedPassword = password === undefined ? randomPassword() : null;
  const passwordHash = await hashPassword(password ?? generatedPassword ?? "");
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`LOCK TABLE app_user IN SHARE ROW EXCLUSIVE MODE`;
    if (await ctx.db.user.findFirst({ select: { id: true } })) {
      throw new AppError("CONFLICT", "There is an administrator already");
    }
    const mustChangePassword = generatedPassword !== null;
    const { id } = await ctx.db.user.create({
      data: { email, name: "Administrator", role: "ADMIN", passwordHash, mustChangePassword },
      select: { id: true },
    });
    await recordPerson(ctx, id, "create", [
      { path: "email", before: null, after: email },
      { path: "role", before: null, after: "ADMIN" },
    ]);
  });
  return { email, generatedPassword };
}

/**
 * Every change to people goes through these rows, one after another: two who demote each other, or
 * the last two, can't both succeed. The actor's own rights are read again under the lock.
 */
async function lockAdministrators(ctx: Ctx) {
  await ctx.db.$executeRaw`SELECT 1 FROM app_user WHERE role = 'ADMIN' ORDER BY id FOR UPDATE`;
  const rows = await ctx.db.user.findMany({ where: { role: "ADMIN" }, select: personSelect });
  const administrators = rows.map((row) => ({ id: row.id, state: standing(row) }));
  const { actor } = ctx;
  if (actor.kind === "user" && !isActive(administrators, actor.id)) {
    throw new AppError("FORBIDDEN", "Your role does not allow this");
  }
  return administrators;
}

type Administrators = Awaited<ReturnType<typeof lockAdministrators>>;

function isActive(administrators: Administrators, id: string): boolean {
  return administrators.some((one) => one.id === id && one.state === "ACTIVE");
}

function keepOne(administrators: Administrators, without: string): void {
  if (leavesAdministrator(administrators, without)) return;
  throw new AppError("CONFLICT", "The last administrator must stay one");
}

async function lockPerson(ctx: Ctx, id: string) {
  await ctx.db.$executeRaw`SELECT 1 FROM app_user WHERE id = ${id}::uuid FOR UPDATE`;
  const person = await ctx.db.user.findUnique({ where: { id }, select: personSelect });
  if (!person) throw notFound("Person");
  return person;
}

function recordPerson(ctx: Ctx, entityId: string, action: string, changes: Change[]) {
  return record(ctx, [{ entity: "USER", entityId, action, version: null, changes }]);
}
