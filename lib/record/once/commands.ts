import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import { authorize, personIdOf } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { AppError } from "../../errors";
import { type Answer, answerHours, type Named } from "./rules";

const headers = z.record(z.string(), z.string());

/**
 * Does a write once, however often it is asked for under one key: later requests get the first one's answer, byte
 * for byte. What failed left nothing, so that it may be tried again.
 * @throws AppError CONFLICT while another request with the key runs, REUSED when the key named another request
 */
export async function answerOnce(
  ctx: Ctx,
  { key, asks }: Named,
  write: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer> {
  authorize(ctx.actor, "catalogue.write");
  const userId = personIdOf(ctx.actor);
  const requestHash = createHash("sha256").update(asks).digest("hex");
  return inTransaction(ctx, async (ctx) => {
    await holdKey(ctx, `${userId} ${key}`);
    await ctx.db.apiAnswer.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    const known = await ctx.db.apiAnswer.findUnique({ where: { userId_key: { userId, key } } });
    if (known && known.requestHash !== requestHash) {
      throw new AppError("REUSED", "This key has named another request");
    }
    if (known) return { ...known, headers: headers.parse(known.headers) };
    const answer = await write(ctx);
    const expiresAt = new Date(Date.now() + answerHours * 60 * 60 * 1000);
    await ctx.db.apiAnswer.create({ data: { userId, key, requestHash, expiresAt, ...answer } });
    return answer;
  });
}

/** Held until the transaction ends, however it ends: a server that dies leaves no key behind. */
async function holdKey(ctx: Ctx, name: string) {
  const [row] = await ctx.db.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`answer ${name}`}, 0)) AS held`;
  if (row?.held) return;
  throw new AppError("CONFLICT", "A request with this key is still running");
}
