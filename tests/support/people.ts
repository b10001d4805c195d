import { randomUUID } from "node:crypto";
import { type Ctx, type Role, scriptContext } from "@/lib/context";
import { db } from "@/lib/db";

/** The operator at the terminal, on a connection of its own: what it writes is committed. */
export const operator: Ctx = scriptContext("a test");

export type Somebody = { id: string; email: string };

type Details = { role?: Role; passwordHash?: string | null };

/** Somebody who exists for others too, until `forgetPeople`. */
export async function somebody({ role = "VIEWER", passwordHash = null }: Details = {}) {
  const email = `${randomUUID()}@example.com`;
  return db.user.create({
    data: { email, name: "Somebody", role, passwordHash },
    select: { id: true, email: true, sessionVersion: true },
  });
}

export function actingAs({ id }: { id: string }, role: Role): Ctx {
  return { actor: { kind: "user", id, name: "Somebody", role }, via: "UI", db };
}

/** Tests that commit leave no people behind; their history stays, as history does. */
export async function forgetPeople(): Promise<void> {
  await db.user.deleteMany();
  await db.rateLimit.deleteMany();
}

/** What history says was done to somebody, oldest first. */
export async function recorded(ctx: Ctx, entityId: string) {
  return ctx.db.auditEntry.findMany({
    where: { entity: "USER", entityId },
    orderBy: { id: "asc" },
    select: { action: true, actorId: true, actorName: true, changes: true },
  });
}
