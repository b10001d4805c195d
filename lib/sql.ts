import "server-only";
import postgres from "postgres";
import { env } from "./env";

/**
 * The catalogue's connection: plain SQL for the flat read model, and COPY. It sees committed rows only;
 * what must see an open transaction reads through `ctx.db`.
 */
function connect() {
  return postgres(env.DATABASE_URL ?? "", {
    max: env.DATABASE_POOL,
    onnotice: () => {},
    connection: {
      // A rare and a common value of one filter need different plans: each statement is planned for its own values.
      plan_cache_mode: "force_custom_plan",
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    types: {
      // A business date is text, never an instant.
      date: { to: 1082, from: [1082], serialize: (v: string) => v, parse: (v: string) => v },
    },
  });
}

export type Sql = ReturnType<typeof connect>;

/** A piece of a query, with its own parameters. */
export type Fragment = postgres.Fragment;

const kept = globalThis as typeof globalThis & { kakehashiSql?: Sql };

export const sql: Sql = kept.kakehashiSql ?? connect();
kept.kakehashiSql = sql;
