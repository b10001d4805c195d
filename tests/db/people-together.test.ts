import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { verifyPassword } from "@/lib/password";
import {
  changeRole,
  createFirstAdministrator,
  disablePerson,
  resetPassword,
} from "@/lib/people/commands";
import { acceptLink } from "@/lib/people/link/commands";
import { findOpenLink } from "@/lib/people/queries";
import { actingAs, forgetPeople, operator, recorded, somebody } from "../support/people";

afterEach(forgetPeople);

const password = "correct horse battery staple";
const stranger = { ...operator, actor: { kind: "anonymous" } as const };

/** Which of several acts at once came through. */
async function together(acts: Promise<unknown>[]) {
  const ends = await Promise.allSettled(acts);
  const codes = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  return { through: ends.length - codes.length, codes };
}

describe("two administrators", () => {
  test("who demote each other at once leave one", async () => {
    const [a, b] = [
      await somebody({ role: "ADMIN", passwordHash: "a" }),
      await somebody({ role: "ADMIN", passwordHash: "b" }),
    ];
    const { through, codes } = await together([
      changeRole(actingAs(a, "ADMIN"), { id: b.id, role: "VIEWER" }),
      changeRole(actingAs(b, "ADMIN"), { id: a.id, role: "VIEWER" }),
    ]);
    expect(through).toBe(1);
    expect(["CONFLICT", "FORBIDDEN"]).toContain(codes[0]);
    expect(await db.user.count({ where: { role: "ADMIN" } })).toBe(1);
  });

  test("who each leave at once don't both get away", async () => {
    const [a, b] = [
      await somebody({ role: "ADMIN", passwordHash: "a" }),
      await somebody({ role: "ADMIN", passwordHash: "b" }),
    ];
    const { through, codes } = await together([
      changeRole(actingAs(a, "ADMIN"), { id: a.id, role: "VIEWER" }),
      disablePerson(actingAs(b, "ADMIN"), { id: b.id }),
    ]);
    expect({ through, codes }).toEqual({ through: 1, codes: ["CONFLICT"] });
    expect(await db.user.count({ where: { role: "ADMIN", disabledAt: null } })).toBe(1);
  });
});

describe("a one-time link", () => {
  test("sets the password once, ends the sessions and is recorded as the person's own act", async () => {
    const { id, sessionVersion } = await somebody();
    const { token } = await resetPassword(operator, { id });
    await acceptLink(stranger, { token, password });
    const person = await db.user.findUniqueOrThrow({ where: { id } });
    expect(await verifyPassword(person.passwordHash, password)).toBe(true);
    expect(person.sessionVersion).toBe(sessionVersion + 2);
    expect(await recorded(operator, id)).toMatchObject([
      { action: "new-link", actorId: null },
      { action: "accept-invitation", actorId: id, changes: [] },
    ]);
  });

  test("used twice at once works once", async () => {
    const { id } = await somebody();
    const { token } = await resetPassword(operator, { id });
    const { through, codes } = await together([
      acceptLink(stranger, { token, password }),
      acceptLink(stranger, { token, password: `${password} 2` }),
    ]);
    expect({ through, codes }).toEqual({ through: 1, codes: ["NOT_FOUND"] });
    expect(await findOpenLink(stranger, token)).toBeNull();
  });

  test("that meets a reset at once leaves no password behind that the reset did not end", async () => {
    const { id } = await somebody();
    const { token } = await resetPassword(operator, { id });
    const [accepted, again] = await Promise.allSettled([
      acceptLink(stranger, { token, password }),
      resetPassword(operator, { id }),
    ]);
    expect(again.status).toBe("fulfilled");
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } });
    if (accepted.status === "rejected") expect(accepted.reason.code).toBe("NOT_FOUND");
    expect(passwordHash).toBeNull();
    expect(await db.oneTimeLink.count({ where: { userId: id, usedAt: null } })).toBe(1);
  });

  test("out of date is like one that never was", async () => {
    const { id } = await somebody();
    const { token } = await resetPassword(operator, { id });
    await db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await findOpenLink(stranger, token)).toBeNull();
    const late = acceptLink(stranger, { token, password });
    await expect(late).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "This link no longer works",
    });
    const never = acceptLink(stranger, { token: "x".repeat(43), password });
    await expect(never).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "This link no longer works",
    });
  });

  test("refuses the e-mail address as the password, and still works after", async () => {
    const { id, email } = await somebody();
    const { token } = await resetPassword(operator, { id });
    const lazy = acceptLink(stranger, { token, password: email.toUpperCase() });
    await expect(lazy).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "password" }] });
    await acceptLink(stranger, { token, password });
  });
});

describe("the first administrator", () => {
  test("is made once, when two servers start at once", async () => {
    const first = { email: "Boss@Example.com", password: "eight888" };
    const { through, codes } = await together([
      createFirstAdministrator(operator, first),
      createFirstAdministrator(operator, first),
    ]);
    expect({ through, codes }).toEqual({ through: 1, codes: ["CONFLICT"] });
    const people = await db.user.findMany();
    expect(people).toMatchObject([
      { email: "boss@example.com", role: "ADMIN", mustChangePassword: false },
    ]);
    const entries = await recorded(operator, people[0]?.id ?? "");
    expect(entries).toMatchObject([{ action: "create", actorName: "a test" }]);
    expect(JSON.stringify(entries)).not.toContain("eight888");
  });

  test("without a password gets one that must be changed", async () => {
    const { generatedPassword } = await createFirstAdministrator(operator, {
      email: "boss@example.com",
    });
    const boss = await db.user.findUniqueOrThrow({ where: { email: "boss@example.com" } });
    expect(boss.mustChangePassword).toBe(true);
    expect(await verifyPassword(boss.passwordHash, generatedPassword ?? "")).toBe(true);
  });

  test("is not made by a person, nor beside anybody", async () => {
    const { id } = await somebody();
    const boss = { email: "boss@example.com", password: "eight888" };
    const byViewer = createFirstAdministrator(actingAs({ id }, "VIEWER"), boss);
    await expect(byViewer).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createFirstAdministrator(operator, boss)).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});
