import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Via } from "@/prisma/generated/enums";
import { type Db, db } from "./db";
import { AppError } from "./errors";

export type Role = "VIEWER" | "ANALYST" | "ADMIN";

/** Who acts. A script is the operator at the terminal; anonymous exists where PUBLIC_READ is on. */
export type Actor =
  | { kind: "user"; id: string; name: string; role: Role }
  | { kind: "script"; name: string }
  | { kind: "anonymous" };

/** Who, by which entry, through which connection. `batchId` groups the audit entries of one act. */
export type Ctx = { actor: Actor; via: Via; db: Db; batchId?: string };

/** Joins the caller's transaction when there is one, so that commands compose. */
export function inTransaction<T>(
  ctx: Ctx,
  run: (ctx: Ctx) => Promise<T>,
  /** The most milliseconds it may take. */
  timeout = 60_000,
): Promise<T> {
  if (ctx.db !== db) return run(ctx);
  return db
    .$transaction((tx) => run({ ...ctx, db: tx }), { maxWait: 10_000, timeout })
    .catch(refuseAsConflict);
}

/** What the database refuses because of what others wrote meanwhile; anything else is a bug. */
const conflicts: Record<string, string> = {
  P2002: "Something with this name or number exists already",
  P2003: "This refers to something that no longer exists",
  P2034: "Someone else saved this first",
};

function refuseAsConflict(error: unknown): never {
  const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  const message = conflicts[code];
  if (message) throw new AppError("CONFLICT", message, { cause: error });
  throw error;
}

/** The context of a script: the operator may do everything, and history says so. */
export function scriptContext(name: string): Ctx {
  return { actor: { kind: "script", name }, via: "SCRIPT", db };
}
