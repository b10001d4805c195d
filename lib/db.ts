import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { log } from "./log";

/** The nouns' connection, or a transaction on it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** Prisma asks for the parts of a joined answer at once; on the one connection of a transaction they wait in line. */
class InTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => inTurn(await start(level));
    return adapter;
  }
}

type Transaction = Awaited<
  ReturnType<Awaited<ReturnType<PrismaPg["connect"]>>["startTransaction"]>
>;

function inTurn(transaction: Transaction): Transaction {
  const query = transaction.queryRaw.bind(transaction);
  const execute = transaction.executeRaw.bind(transaction);
  let last: Promise<unknown> = Promise.resolve();
  const wait = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask);
    last = answer.catch(() => {});
    return answer;
  };
  transaction.queryRaw = (params) => wait(() => query(params));
  transaction.executeRaw = (params) => wait(() => execute(params));
  return transaction;
}

function connect(): PrismaClient {
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener an idle connection that Postgres closes would end the process.
  pool.on("error", (error) => log.warn({ error: error.message }, "an idle connection was lost"));
  return new PrismaClient({ adapter: new InTurn(pool, { disposeExternalPool: true }) });
}

// Hot reload evaluates this module again; the connections must survive it.
const kept = globalThis as typeof globalThis & { kakehashiDb?: PrismaClient };

export const db: PrismaClient = kept.kakehashiDb ?? connect();
kept.kakehashiDb = db;
