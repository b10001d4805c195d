import "server-only";
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { authorize, personIdOf } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { db } from "../../db";
import { AppError, notFound } from "../../errors";
import { record } from "../../history/commands";
import { sql } from "../../sql";
import { hashOfToken } from "../link/commands";
import { accessOf, expiryOf, mayBeToken, scopesOf, tokenLimit, useNotedMinutes } from "./rules";
import type { NewToken, TokenId } from "./schema";

/** A token of one's own. It is in the answer and nowhere else: only its hash is kept. */
export async function createToken(
  ctx: Ctx,
  { name, access, life }: NewToken,
): Promise<{ id: string; token: string }> {
  const userId = personIdOf(ctx.actor);
  if (access === "write") authorize(ctx.actor, "catalogue.write");
  const token = `kk_${randomBytes(32).toString("base64url")}`;
  const now = new Date();
  return inTransaction(ctx, async (ctx) => {
    await refuseTooMany(ctx, userId, now);
    const { id } = await ctx.db.apiToken.create({
      data: {
        ...{ userId, name, scopes: scopesOf(access) },
        ...{ tokenHash: hashOfToken(token), expiresAt: expiryOf(life, now) },
      },
      select: { id: true },
    });
    await recordToken(ctx, userId, { action: "create-token", name });
    return { id, token };
  });
}

/** Under the person's lock, so that two made at once can't both be the last. */
async function refuseTooMany(ctx: Ctx, userId: string, now: Date) {
  await ctx.db.$executeRaw`SELECT 1 FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`;
  const working = { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
  if ((await ctx.db.apiToken.count({ where: { userId, ...working } })) < tokenLimit) return;
  throw new AppError("LIMITED", "You have {maximum} tokens: revoke one first", {
    values: { maximum: tokenLimit },
  });
}

/** Takes effect at the token's next request. Another person's is for administrators. */
export async function revokeToken(ctx: Ctx, { id }: TokenId): Promise<void> {
  const userId = personIdOf(ctx.actor);
  await inTransaction(ctx, async (ctx) => {
    const token = await ctx.db.apiToken.findUnique({
      where: { id },
      select: { userId: true, name: true },
    });
    if (token?.userId !== userId) authorize(ctx.actor, "people.manage");
    if (!token) throw notFound("Token");
    const { count } = await ctx.db.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count > 0)
      await recordToken(ctx, token.userId, { action: "revoke-token", name: token.name });
  });
}

function recordToken(
  ctx: Ctx,
  entityId: string,
  { action, name }: { action: string; name: string },
) {
  const [before, after] = action === "create-token" ? [null, name] : [name, null];
  const changes = [{ path: "token", before, after }];
  return record(ctx, [{ entity: "USER", entityId, action, version: null, changes }]);
}

const held = z.object({
  tokenId: z.string(),
  scopes: z.array(z.string()),
  stale: z.boolean(),
  id: z.string(),
  name: z.string(),
  role: z.enum(["VIEWER", "ANALYST", "ADMIN"]),
});

/** The context of a request that bears this token; null when it is unknown, revoked, expired or its person disabled. */
export async function openToken(
  token: string,
): Promise<{ tokenId: string; writes: boolean; ctx: Ctx } | null> {
  if (!mayBeToken(token)) return null;
  const [row] = await sql`
    SELECT api_token.id AS "tokenId", scopes, app_user.id, app_user.name, role,
      last_used_at IS NULL OR last_used_at < now() - make_interval(mins => ${useNotedMinutes}) AS stale
    FROM api_token JOIN app_user ON app_user.id = api_token.user_id
    WHERE token_hash = ${hashOfToken(token)} AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > now()) AND disabled_at IS NULL`;
  if (!row) return null;
  const { tokenId, scopes, stale, id, name, role } = held.parse(row);
  if (stale) await sql`UPDATE api_token SET last_used_at = now() WHERE id = ${tokenId}`;
  const writes = accessOf(scopes) === "write";
  // A token that only reads has a reader's rights, whatever its person may do.
  const actor = { kind: "user", id, name, role: writes ? role : "VIEWER" } as const;
  return { tokenId, writes, ctx: { actor, via: "API", db } };
}
