import { describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/context";
import {
  changeRole,
  disablePerson,
  enablePerson,
  invitePerson,
  resetPassword,
} from "@/lib/people/commands";
import { hashOfToken } from "@/lib/people/link/commands";
import { findOpenLink, listPeople } from "@/lib/people/queries";
import { recorded } from "../support/people";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";

const newcomer = { email: "new@example.com", name: "A newcomer", role: "ANALYST" } as const;

/** The administrator of the tests can sign in. */
function asAdministrator(run: (ctx: Ctx) => Promise<unknown>) {
  return rolledBack(admin, async (ctx) => {
    await ctx.db.user.update({ where: { id: admin.id }, data: { passwordHash: "a hash" } });
    await run(ctx);
  });
}

const versionOf = async (ctx: Ctx, id: string) =>
  (await ctx.db.user.findUniqueOrThrow({ where: { id } })).sessionVersion;

describe("only an administrator may", () => {
  const acts: [string, (ctx: Ctx) => Promise<unknown>][] = [
    ["see the people", (ctx) => listPeople(ctx)],
    ["invite somebody", (ctx) => invitePerson(ctx, newcomer)],
    ["change a role", (ctx) => changeRole(ctx, { id: viewer.id, role: "ADMIN" })],
    ["disable somebody", (ctx) => disablePerson(ctx, { id: viewer.id })],
    ["enable somebody", (ctx) => enablePerson(ctx, { id: viewer.id })],
    ["reset a password", (ctx) => resetPassword(ctx, { id: viewer.id })],
  ];

  test.each(acts)("%s", async (_, act) => {
    await rolledBack(viewer, async (ctx) => {
      await expect(act(ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(act({ ...ctx, actor: analyst })).rejects.toMatchObject({ code: "FORBIDDEN" });
      const stranger = { ...ctx, actor: { kind: "anonymous" } as const };
      await expect(act(stranger)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    });
  });

  test("and no longer once the role was taken, even where the request began before", () =>
    asAdministrator(async (ctx) => {
      await ctx.db.user.update({ where: { id: admin.id }, data: { role: "VIEWER" } });
      const act = changeRole(ctx, { id: viewer.id, role: "ADMIN" });
      await expect(act).rejects.toMatchObject({ code: "FORBIDDEN" });
    }));
});

describe("an invitation", () => {
  test("makes a person who waits, and a link whose secret is nowhere in the database", () =>
    asAdministrator(async (ctx) => {
      const { token } = await invitePerson(ctx, newcomer);
      expect(token).toMatch(/^[\w-]{43}$/);
      const person = (await listPeople(ctx)).find(({ email }) => email === newcomer.email);
      expect(person).toMatchObject({ role: "ANALYST", state: "WAITING", lastSignInAt: null });
      const [link] = await ctx.db.oneTimeLink.findMany({ where: { userId: person?.id } });
      expect(link?.tokenHash).toBe(hashOfToken(token));
      const hours = (Number(link?.expiresAt) - Date.now()) / 3_600_000;
      expect(hours).toBeGreaterThan(23.9);
      expect(hours).toBeLessThanOrEqual(24);
    }));

  test("is recorded, without the secret and its hash", () =>
    asAdministrator(async (ctx) => {
      const { token } = await invitePerson(ctx, newcomer);
      const { id } = await ctx.db.user.findUniqueOrThrow({ where: { email: newcomer.email } });
      const [entry, ...more] = await recorded(ctx, id);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ action: "create", actorId: admin.id });
      expect(JSON.stringify(entry)).not.toContain(token);
      expect(JSON.stringify(entry)).not.toContain(hashOfToken(token));
    }));

  test("is refused where the e-mail address is taken", () =>
    asAdministrator(async (ctx) => {
      await invitePerson(ctx, newcomer);
      const again = invitePerson(ctx, newcomer);
      await expect(again).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "email" }] });
    }));
});

describe("a role", () => {
  test("changes and is recorded; the session goes on with it", () =>
    asAdministrator(async (ctx) => {
      const before = await versionOf(ctx, viewer.id);
      await changeRole(ctx, { id: viewer.id, role: "ANALYST" });
      const person = await ctx.db.user.findUniqueOrThrow({ where: { id: viewer.id } });
      expect(person).toMatchObject({ role: "ANALYST", sessionVersion: before });
      expect(await recorded(ctx, viewer.id)).toMatchObject([
        { action: "role", changes: [{ path: "role", before: "VIEWER", after: "ANALYST" }] },
      ]);
    }));

  test("that is the same already changes nothing and is not recorded", () =>
    asAdministrator(async (ctx) => {
      await changeRole(ctx, { id: viewer.id, role: "VIEWER" });
      expect(await recorded(ctx, viewer.id)).toEqual([]);
    }));

  test("of nobody is not found", () =>
    asAdministrator(async (ctx) => {
      const act = changeRole(ctx, { id: "00000000-0000-7000-8000-0000000000ff", role: "ADMIN" });
      await expect(act).rejects.toMatchObject({ code: "NOT_FOUND" });
    }));
});

describe("the last administrator", () => {
  test.each([
    ["demoted", (ctx: Ctx) => changeRole(ctx, { id: admin.id, role: "VIEWER" })],
    ["disabled", (ctx: Ctx) => disablePerson(ctx, { id: admin.id })],
  ])("can't be %s", (_, act) =>
    asAdministrator(async (ctx) => {
      await expect(act(ctx)).rejects.toMatchObject({ code: "CONFLICT" });
    }),
  );

  test("is still the last while the other one has not accepted the invitation", () =>
    asAdministrator(async (ctx) => {
      await invitePerson(ctx, { ...newcomer, role: "ADMIN" });
      const act = changeRole(ctx, { id: admin.id, role: "VIEWER" });
      await expect(act).rejects.toMatchObject({ code: "CONFLICT" });
    }));

  test("may go once there is another who can sign in", () =>
    asAdministrator(async (ctx) => {
      await ctx.db.user.update({
        where: { id: analyst.id },
        data: { role: "ADMIN", passwordHash: "a hash" },
      });
      await changeRole(ctx, { id: admin.id, role: "VIEWER" });
      const { role } = await ctx.db.user.findUniqueOrThrow({ where: { id: admin.id } });
      expect(role).toBe("VIEWER");
    }));
});

describe("somebody who is disabled", () => {
  test("loses sessions and links, and history says so", () =>
    asAdministrator(async (ctx) => {
      const before = await versionOf(ctx, viewer.id);
      const { token } = await resetPassword(ctx, { id: viewer.id });
      await disablePerson(ctx, { id: viewer.id });
      expect(await versionOf(ctx, viewer.id)).toBe(before + 2);
      expect(await findOpenLink(ctx, token)).toBeNull();
      const actions = (await recorded(ctx, viewer.id)).map(({ action }) => action);
      expect(actions).toEqual(["new-link", "disable"]);
    }));

  test("can be enabled again, but not reset before", () =>
    asAdministrator(async (ctx) => {
      await disablePerson(ctx, { id: viewer.id });
      const reset = resetPassword(ctx, { id: viewer.id });
      await expect(reset).rejects.toMatchObject({ code: "CONFLICT" });
      await enablePerson(ctx, { id: viewer.id });
      const { disabledAt } = await ctx.db.user.findUniqueOrThrow({ where: { id: viewer.id } });
      expect(disabledAt).toBeNull();
    }));
});

describe("a reset", () => {
  test("ends the password and the sessions, and replaces an earlier link", () =>
    asAdministrator(async (ctx) => {
      await ctx.db.user.update({ where: { id: viewer.id }, data: { passwordHash: "a hash" } });
      const before = await versionOf(ctx, viewer.id);
      const first = await resetPassword(ctx, { id: viewer.id });
      const second = await resetPassword(ctx, { id: viewer.id });
      const person = await ctx.db.user.findUniqueOrThrow({ where: { id: viewer.id } });
      expect(person).toMatchObject({ passwordHash: null, sessionVersion: before + 2 });
      expect(await findOpenLink(ctx, first.token)).toBeNull();
      expect(await findOpenLink(ctx, second.token)).toMatchObject({ email: "viewer@example.com" });
    }));

  test("of oneself is refused: the link would be lost with the session", () =>
    asAdministrator(async (ctx) => {
      const act = resetPassword(ctx, { id: admin.id });
      await expect(act).rejects.toMatchObject({ code: "CONFLICT" });
    }));
});
