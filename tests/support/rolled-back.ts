import type { Actor, Ctx, Role } from "@/lib/context";
import { db } from "@/lib/db";

type Person = Extract<Actor, { kind: "user" }>;

function person(role: Role, id: string): Person {
  return { kind: "user", id, name: `The ${role.toLowerCase()}`, role };
}

/** People who exist inside `rolledBack`, one of each role. */
export const viewer = person("VIEWER", "00000000-0000-7000-8000-000000000001");
export const analyst = person("ANALYST", "00000000-0000-7000-8000-000000000002");
export const admin = person("ADMIN", "00000000-0000-7000-8000-000000000003");

const people = [viewer, analyst, admin].map(({ id, name, role }) => ({
  id,
  name,
  role,
  email: `${role.toLowerCase()}@example.com`,
}));

class RolledBack extends Error {}

/**
 * Runs a test in a real transaction that is always rolled back. A Postgres error aborts the transaction,
 * so a test of a constraint ends with it. What commits by itself is tested without this.
 */
export async function rolledBack(actor: Actor, run: (ctx: Ctx) => Promise<unknown>): Promise<void> {
  const attempt = db.$transaction(
    async (tx) => {
      await tx.user.createMany({ data: people, skipDuplicates: true });
      await run({ actor, via: "UI", db: tx });
      throw new RolledBack();
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
  await attempt.catch((error) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}
