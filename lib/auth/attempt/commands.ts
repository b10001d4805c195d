import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../../errors";
import { sql } from "../../sql";
import { lockSeconds, memorySeconds, slowdown, wrongPasswordsAllowed } from "./rules";

/** The limiter speaks to a client of `pg`; this is the little of it that it uses. */
const storeClient = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await sql.unsafe(text, values);
    return { rows, rowCount: rows.count };
  },
};

const store = { storeClient, storeType: "client", tableName: "rate_limit", tableCreated: true };

const pairs = new RateLimiterPostgres({
  ...store,
  keyPrefix: "pair",
  points: wrongPasswordsAllowed,
  duration: memorySeconds,
});

const accounts = new RateLimiterPostgres({
  ...store,
  keyPrefix: "account",
  points: Number.MAX_SAFE_INTEGER,
  duration: memorySeconds,
});

export type Attempt = { succeeded(): Promise<void>; failed(): Promise<void> };

/**
 * Counts an attempt before the password is looked at, so that a burst can't slip through together.
 * What the e-mail stands for is not looked up: an unknown one is counted and locked like any other.
 * @throws AppError LIMITED while the pair is locked
 */
export async function beginAttempt(email: string, address: string): Promise<Attempt> {
  const account = createHash("sha256").update(email).digest("base64url");
  const pair = `${account}:${address}`;
  const { consumedPoints } = await pairs.consume(pair).catch(locked);
  const known = await accounts.get(account);
  await sleep(slowdown(known?.consumedPoints ?? 0));
  return {
    async succeeded() {
      await pairs.delete(pair);
    },
    async failed() {
      await accounts.penalty(account);
      if (consumedPoints >= wrongPasswordsAllowed) await pairs.block(pair, lockSeconds);
    },
  };
}

/** The limiter rejects with its result when the points are used up, with an error when it is broken. */
function locked(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw new AppError("LIMITED", "Too many wrong passwords; wait {minutes} minutes and try again", {
    values: { minutes: Math.max(Math.ceil(reason.msBeforeNext / 60_000), 1) },
  });
}
