import { afterEach, expect, test, vi } from "vitest";
import { personIdOf } from "@/lib/auth/rules";
import { bearerContext, bearerOf } from "@/lib/bearer";
import type { Ctx, Role } from "@/lib/context";
import { db } from "@/lib/db";
import { createToken, openToken, revokeToken } from "@/lib/people/token/commands";
import { listTokens } from "@/lib/people/token/queries";
import { newToken } from "@/lib/people/token/schema";
import { countCall } from "@/lib/rate-limit";
import { is } from "../support/is";
import { actingAs, forgetPeople, somebody } from "../support/people";

afterEach(forgetPeople);

const someone = async (role: Role): Promise<Ctx> => actingAs(await somebody({ role }), role);

const wanted = (fields: object = {}) =>
  newToken.parse({ name: "A script", access: "read", life: "30", ...fields });

const asked = (token: string, method = "GET") =>
  bearerContext(token, new Request("http://localhost/api/v1/deals", { method }));

test("a token acts in its person's name, by the API, and what is kept of it opens nothing", async () => {
  const ctx = await someone("ANALYST");
  const { id, token } = await createToken(ctx, wanted({ access: "write" }));
  expect(token).toMatch(/^kk_[\w-]{43}$/);
  const kept = is(await db.apiToken.findUnique({ where: { id } }));
  expect(JSON.stringify(kept)).not.toContain(token);
  const used = await asked(token, "POST");
  expect(used).toMatchObject({ via: "API", actor: { role: "ANALYST" } });
  await expect(asked(kept.tokenHash)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});

test("a token that reads is a reader, whatever its person may do, and is refused a write", async () => {
  const { token } = await createToken(await someone("ADMIN"), wanted());
  expect(await asked(token)).toMatchObject({ actor: { role: "VIEWER" } });
  await expect(asked(token, "POST")).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a viewer gets no token that writes", async () => {
  const ctx = await someone("VIEWER");
  await expect(createToken(ctx, wanted({ access: "write" }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a token ends when it is revoked, when it expires, and with its person's account", async () => {
  const ctx = await someone("ANALYST");
  const dead = { code: "UNAUTHENTICATED" };
  const revoked = await createToken(ctx, wanted());
  await revokeToken(ctx, { id: revoked.id });
  await expect(asked(revoked.token)).rejects.toMatchObject(dead);

  const expired = await createToken(ctx, wanted());
  const past = new Date(Date.now() - 1000);
  await db.apiToken.update({ where: { id: expired.id }, data: { expiresAt: past } });
  await expect(asked(expired.token)).rejects.toMatchObject(dead);

  const orphan = await createToken(ctx, wanted({ life: "never" }));
  expect(await asked(orphan.token)).toBeTruthy();
  await db.user.updateMany({ data: { disabledAt: past } });
  await expect(asked(orphan.token)).rejects.toMatchObject(dead);
});

test("a change of role holds for the tokens that exist", async () => {
  const { token } = await createToken(await someone("ANALYST"), wanted({ access: "write" }));
  await db.user.updateMany({ data: { role: "VIEWER" } });
  expect(await asked(token)).toMatchObject({ actor: { role: "VIEWER" } });
});

test("one sees and revokes one's own; an administrator everybody's", async () => {
  const [owner, other, admin] = [
    await someone("VIEWER"),
    await someone("ANALYST"),
    await someone("ADMIN"),
  ];
  const { id } = await createToken(owner, wanted());
  expect(await listTokens(other)).toEqual([]);
  await expect(revokeToken(other, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await listTokens(owner)).toMatchObject([{ id, own: true, state: "ACTIVE" }]);
  expect(await listTokens(admin)).toMatchObject([{ id, own: false }]);
  await revokeToken(admin, { id });
  expect(await listTokens(owner)).toMatchObject([{ id, state: "REVOKED" }]);
});

test("making and revoking a token is history, once each and without the secret", async () => {
  const ctx = await someone("VIEWER");
  const { id, token } = await createToken(ctx, wanted());
  await revokeToken(ctx, { id });
  await revokeToken(ctx, { id });
  const entries = await db.auditEntry.findMany({ where: { entityId: personIdOf(ctx.actor) } });
  expect(entries.map(({ action }) => action).sort()).toEqual(["create-token", "revoke-token"]);
  expect(JSON.stringify(entries)).not.toContain(token);
});

test("a use is noted, though not each one", async () => {
  const ctx = await someone("VIEWER");
  const { id, token } = await createToken(ctx, wanted());
  const noted = async () => is(await db.apiToken.findUnique({ where: { id } })).lastUsedAt;
  expect(await noted()).toBeNull();
  await openToken(token);
  const first = await noted();
  expect(first).not.toBeNull();
  await openToken(token);
  expect(await noted()).toEqual(first);
});

test("a header is a bearer token or none", () => {
  const of = (authorization: string) => bearerOf(new Headers({ authorization }));
  expect(of("Bearer kk_1")).toBe("kk_1");
  expect(of("bearer  kk_1 ")).toBe("kk_1");
  expect([of("Basic kk_1"), of("Bearer"), of("Bearer a b"), bearerOf(new Headers())]).toEqual(
    Array(4).fill(null),
  );
});

test("a caller above the limit of a minute waits as long as it is told; others do not", async () => {
  vi.useFakeTimers();
  for (let n = 0; n < 600; n++) await countCall("a");
  const refusal = await countCall("a").catch((error) => error);
  expect(refusal).toMatchObject({ code: "LIMITED" });
  expect(refusal.values.seconds).toBeGreaterThan(0);
  expect(refusal.values.seconds).toBeLessThanOrEqual(60);
  await countCall("b");
  vi.advanceTimersByTime(refusal.values.seconds * 1000);
  await countCall("a");
  vi.useRealTimers();
});
