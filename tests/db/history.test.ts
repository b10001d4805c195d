import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { analyst, rolledBack } from "../support/rolled-back";

const entry = {
  actorName: "A person",
  via: "SCRIPT",
  entity: "DEAL",
  entityId: "00000000-0000-7000-8000-00000000000a",
  action: "create",
  changes: [],
} as const;

describe("the history only grows", () => {
  test("an entry can be added", () =>
    rolledBack(analyst, async (ctx) => {
      const { id } = await ctx.db.auditEntry.create({ data: entry });
      expect(await ctx.db.auditEntry.count({ where: { id } })).toBe(1);
    }));

  test("an entry cannot be changed", () =>
    rolledBack(analyst, async (ctx) => {
      const { id } = await ctx.db.auditEntry.create({ data: entry });
      const change = ctx.db.auditEntry.update({ where: { id }, data: { actorName: "Another" } });
      await expect(change).rejects.toThrow();
    }));

  test("an entry cannot be deleted", () =>
    rolledBack(analyst, async (ctx) => {
      await ctx.db.auditEntry.create({ data: entry });
      await expect(ctx.db.auditEntry.deleteMany()).rejects.toThrow();
    }));

  test("the table cannot be emptied", async () => {
    await expect(db.$executeRawUnsafe("TRUNCATE audit_entry")).rejects.toThrow();
  });
});

test("what a rolled-back test wrote is gone", async () => {
  // Tests that commit leave their history: it can't be removed.
  const before = await db.auditEntry.count();
  await rolledBack(analyst, async (ctx) => {
    await ctx.db.auditEntry.create({ data: entry });
  });
  expect(await db.auditEntry.count()).toBe(before);
  expect(await db.user.count()).toBe(0);
});
