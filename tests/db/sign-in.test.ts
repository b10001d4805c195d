import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { lockSeconds } from "@/lib/auth/attempt/rules";
import { signInWithPassword } from "@/lib/auth/commands";
import { findSignedIn } from "@/lib/auth/queries";
import { db } from "@/lib/db";
import { hashPassword } from "@/lib/password";
import { changeRole, disablePerson, resetPassword } from "@/lib/people/commands";
import { changePassword } from "@/lib/people/password/commands";
import { actingAs, forgetPeople, operator, recorded, somebody } from "../support/people";

const password = "correct horse battery staple";
const here = "192.0.2.1";
const elsewhere = "198.51.100.1";

let passwordHash = "";
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
afterEach(forgetPeople);

const signIn = (email: string, typed = password, from = here) =>
  signInWithPassword(operator, { email, password: typed }, from);

async function wrongly(email: string, times: number, from = here) {
  const ends = await Promise.allSettled(
    Array.from({ length: times }, () => signIn(email, "a wrong password", from)),
  );
  return ends.map((end) => (end.status === "rejected" ? end.reason.code : "in"));
}

describe("signing in", () => {
  test("takes the address in any case, and leaves the day", async () => {
    const { id, email } = await somebody({ passwordHash });
    const claims = await signIn(`  ${email.toUpperCase()} `);
    expect(claims).toEqual({ id, sessionVersion: 1 });
    expect((await db.user.findUniqueOrThrow({ where: { id } })).lastSignInAt).toBeInstanceOf(Date);
  });

  test("gives one answer for whatever is wrong", async () => {
    const right = await somebody({ passwordHash });
    const disabled = await somebody({ passwordHash });
    await disablePerson(operator, { id: disabled.id });
    const invited = await somebody();
    const answers = await Promise.allSettled([
      signIn(right.email, "a wrong password"),
      signIn(right.email, ""),
      signIn(disabled.email),
      signIn(invited.email),
      signIn("nobody@example.com"),
      signIn("not an address"),
      signIn("\u0000@example.com"),
      signIn(""),
    ]);
    const texts = answers.map((end) => (end.status === "rejected" ? end.reason.message : "in"));
    expect(new Set(texts)).toEqual(new Set(["The e-mail address or the password is wrong"]));
  });

  test("reads a password the same however the keyboard composed it", async () => {
    const { email } = await somebody({
      passwordHash: await hashPassword("パスワード e\u0301 twelve"),
    });
    await signIn(email, "パスワード \u00e9 twelve");
  });
});

describe("ten wrong passwords", () => {
  test("lock the account for that address for a quarter of an hour, and for no other", async () => {
    const { email } = await somebody({ passwordHash });
    expect(await wrongly(email, 10)).toEqual(Array(10).fill("UNAUTHENTICATED"));
    await expect(signIn(email)).rejects.toMatchObject({ code: "LIMITED", values: { minutes: 15 } });
    const [pair] = await db.rateLimit.findMany({ where: { key: { startsWith: "pair:" } } });
    expect(Number(pair?.expire) - Date.now()).toBeGreaterThan((lockSeconds - 30) * 1000);
    expect(await signIn(email, password, elsewhere)).toBeTruthy();
  });

  test("at once let no eleventh through", async () => {
    const { email } = await somebody({ passwordHash });
    const answers = await wrongly(email, 25);
    expect(answers.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(10);
    expect(answers.filter((code) => code === "LIMITED")).toHaveLength(15);
  });

  test("lock an unknown address likewise", async () => {
    expect(await wrongly("nobody@example.com", 10)).toEqual(Array(10).fill("UNAUTHENTICATED"));
    expect(await wrongly("nobody@example.com", 1)).toEqual(["LIMITED"]);
  });

  test("are forgotten by a right one in between", async () => {
    const { email } = await somebody({ passwordHash });
    await wrongly(email, 9);
    await signIn(email);
    expect(await wrongly(email, 9)).toEqual(Array(9).fill("UNAUTHENTICATED"));
    expect(await signIn(email)).toBeTruthy();
  });
});

describe("a session", () => {
  const session = async () => {
    const person = await somebody({ passwordHash });
    return { person, claims: await signIn(person.email) };
  };

  test("knows the role of the moment", async () => {
    const { person, claims } = await session();
    expect(await findSignedIn(claims)).toMatchObject({ id: person.id, role: "VIEWER" });
    await changeRole(operator, { id: person.id, role: "ANALYST" });
    expect(await findSignedIn(claims)).toMatchObject({ role: "ANALYST" });
  });

  test("ends when the person is disabled", async () => {
    const { person, claims } = await session();
    await disablePerson(operator, { id: person.id });
    expect(await findSignedIn(claims)).toBeNull();
  });

  test("ends when the password is reset", async () => {
    const { person, claims } = await session();
    await resetPassword(operator, { id: person.id });
    expect(await findSignedIn(claims)).toBeNull();
  });

  test("ends when the password is changed, and the one that changed it goes on", async () => {
    const { person, claims } = await session();
    const next = await changePassword(actingAs(person, "VIEWER"), {
      current: password,
      password: "another long password",
    });
    expect(await findSignedIn(claims)).toBeNull();
    expect(await findSignedIn(next)).toMatchObject({ id: person.id });
    expect(await recorded(operator, person.id)).toMatchObject([
      { action: "password", actorId: person.id, changes: [] },
    ]);
  });
});

describe("changing one's password", () => {
  const change = (person: { id: string }, current: string, next: string) =>
    changePassword(actingAs(person, "VIEWER"), { current, password: next });

  test("needs the present one, and not for ever", async () => {
    const person = await somebody({ passwordHash });
    for (let time = 0; time < 10; time += 1) {
      const act = change(person, "a wrong password", "another long password");
      await expect(act).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "current" }] });
    }
    const act = change(person, password, "another long password");
    await expect(act).rejects.toMatchObject({ code: "LIMITED" });
  });

  test("refuses the same one and the e-mail address", async () => {
    const person = await somebody({ passwordHash });
    const refused = { code: "INVALID", fields: [{ path: "password" }] };
    await expect(change(person, password, password)).rejects.toMatchObject(refused);
    await expect(change(person, password, person.email)).rejects.toMatchObject(refused);
  });

  test("is for people", async () => {
    const act = changePassword(operator, { current: password, password: "another long password" });
    await expect(act).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
