import "server-only";
import { type Connection, Pool, type PoolClient, type Submittable } from "pg";
import * as z from "zod";
import { env } from "./env";
import { AppError } from "./errors";
import { log } from "./log";
import type { Fragment } from "./sql";

/** Enough for one write to be worth its cost, little enough to be ready soon. */
const chunkBytes = 128 * 1024;

/**
 * The sessions of COPY are their own: a reader on a slow line keeps one for as long as it reads, and must
 * never keep a page waiting for one.
 */
const most = Math.max(2, Math.ceil(env.DATABASE_POOL / 2));

function connect(): Pool {
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    max: most,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  pool.on("error", (error) => log.warn({ error: error.message }, "an idle connection was lost"));
  return pool;
}

// Hot reload evaluates this module again; the connections must survive it.
const kept = globalThis as typeof globalThis & { kakehashiCopies?: Pool };
const pool = kept.kakehashiCopies ?? connect();
kept.kakehashiCopies = pool;

/** Gathers a file's bytes and gives them away in large pieces. */
export class Chunk {
  private buffer = Buffer.allocUnsafe(chunkBytes * 2);
  size = 0;

  private reserve(more: number) {
    if (this.size + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe((this.size + more) * 2);
    this.buffer.copy(larger, 0, 0, this.size);
    this.buffer = larger;
  }

  bytes(from: Buffer, start = 0, end = from.length) {
    this.reserve(end - start);
    this.size += from.copy(this.buffer, this.size, start, end);
  }

  text(text: string) {
    this.reserve(text.length * 3);
    this.size += this.buffer.write(text, this.size);
  }

  take(): Buffer {
    const taken = this.buffer.subarray(0, this.size);
    this.buffer = Buffer.allocUnsafe(chunkBytes * 2);
    this.size = 0;
    return taken;
  }
}

/** Turns a row as COPY sends it, its line end included, into bytes of a file. The row is lent for the call only. */
export type Encode = (row: Buffer, chunk: Chunk) => void;

export type CopyFile = {
  /** What to read. Its parameters are texts, lists of texts or truth values. */
  statement: Fragment;
  /** COPY's own options; text of the program. */
  options: string;
  /** What stands before the rows, and after them. */
  head: string;
  tail: string;
  encode: Encode;
};

/** COPY's answer, gathered in chunks. The socket stands still while a full chunk waits to be taken. */
class CopyOut implements Submittable {
  private readonly chunk = new Chunk();
  private connection: Connection | null = null;
  private state: "reading" | "ended" | Error = "reading";
  private wake = () => {};

  constructor(
    private readonly statement: string,
    private readonly file: Omit<CopyFile, "statement" | "options">,
  ) {
    this.chunk.text(file.head);
  }

  submit(connection: Connection) {
    this.connection = connection;
    connection.query(this.statement);
  }

  handleCopyData({ chunk: row }: { chunk: Buffer }) {
    try {
      this.file.encode(row, this.chunk);
    } catch (error) {
      this.handleError(error instanceof Error ? error : new Error(String(error)));
    }
    if (this.chunk.size < chunkBytes) return;
    this.connection?.stream.pause();
    this.wake();
  }

  handleCommandComplete() {}

  handleReadyForQuery() {
    if (this.state === "reading") {
      this.chunk.text(this.file.tail);
      this.state = "ended";
    }
    // The last rows may have stopped the socket, and what follows would not be heard.
    this.connection?.stream.resume();
    this.wake();
  }

  handleError(error: Error) {
    this.state = error;
    this.wake();
  }

  /** The next bytes, or null after the last. @throws what broke the reading */
  async next(): Promise<Buffer | null> {
    while (this.state === "reading" && this.chunk.size < chunkBytes) {
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.connection?.stream.resume();
      await woken;
    }
    if (this.state instanceof Error) throw this.state;
    return this.chunk.size > 0 ? this.chunk.take() : null;
  }
}

const pieces = z.object({ strings: z.array(z.string()), args: z.array(z.unknown()) });
const settable = z.union([z.string(), z.boolean(), z.array(z.string())]);
type Settable = z.infer<typeof settable>;

/** Only the driver makes these: no value that was parsed from outside is a promise. */
function isFragment(value: unknown): value is Fragment {
  return value instanceof Promise && pieces.safeParse(value).success;
}

/**
 * The statement's text, with each value in `values` and read by `copy_value` where it stood. Nothing that is
 * not the program's own text gets into it.
 */
function withoutValues(fragment: Fragment, values: Settable[]): string {
  const { strings, args } = pieces.parse(fragment);
  const [first = "", ...rest] = strings;
  return rest.reduce((text, after, n) => text + read(args[n], after, values) + after, first);
}

function read(value: unknown, after: string, values: Settable[]): string {
  if (isFragment(value)) return withoutValues(value, values);
  if (Array.isArray(value) && value.length > 0 && value.every(isFragment)) {
    return value.map((one) => withoutValues(one, values)).join(" ");
  }
  const set = settable.parse(value);
  values.push(set);
  const usual = typeof set === "boolean" ? "boolean" : "text";
  const type = after.match(/^::([a-z_]+(\(\d+\))?(\[\])?)/)?.[1] ?? usual;
  return `copy_value('${settingOf(values.length)}', NULL::${type})`;
}

const settingOf = (place: number) => `kakehashi.v${place}`;

/** Names what is committed, and when. */
export type Snapshot = { snapshot: string; at: string };

/** Puts the values into the transaction's settings, an array as Postgres itself writes it. */
async function setValues(client: PoolClient, values: Settable[]): Promise<Snapshot | undefined> {
  const calls = values.map((value, n) => {
    const text = Array.isArray(value) ? `$${n + 1}::text[]::text` : `$${n + 1}::text`;
    return `, set_config('${settingOf(n + 1)}', ${text}, true)`;
  });
  const { rows } = await client.query<Snapshot>(
    `SELECT pg_current_snapshot()::text AS snapshot, csv_instant(now()) AS at${calls.join("")}`,
    values,
  );
  return rows[0];
}

const begin = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0`;

type Reader = { signal?: AbortSignal; onSnapshot?: (snapshot: Snapshot) => void };

/** One snapshot of the database, for as many files as are read from it, one after another. */
export type Reading = {
  read: (file: CopyFile, onSnapshot?: Reader["onSnapshot"]) => AsyncGenerator<Buffer>;
  /** Ends the database session, in the middle of a file if it is not `whole`. */
  close: (whole: boolean) => Promise<void>;
};

/** @throws AppError LIMITED while too many are open */
export async function openReading(signal?: AbortSignal): Promise<Reading> {
  if (pool.totalCount - pool.idleCount >= most) {
    throw new AppError("LIMITED", "Too many exports are running; try again in a moment");
  }
  let stop: (() => void) | undefined;
  const client = await pool.connect();
  // A session that ends tells its statement as well; without a listener the process would end.
  client.on("error", ignore);
  try {
    signal?.throwIfAborted();
    await client.query(begin);
  } catch (error) {
    client.release(true);
    throw error;
  }
  const leave = () => stop?.();
  signal?.addEventListener("abort", leave, { once: true });
  return {
    async *read({ statement, options, ...file }, onSnapshot) {
      const values: Settable[] = [];
      const text = `COPY (${withoutValues(statement, values)}) TO STDOUT (${options})`;
      const rows = new CopyOut(text, file);
      stop = () => rows.handleError(new Error("The reader left"));
      const snapshot = await setValues(client, values);
      if (snapshot) onSnapshot?.(snapshot);
      signal?.throwIfAborted();
      client.query(rows);
      for (let chunk = await rows.next(); chunk; chunk = await rows.next()) yield chunk;
    },
    async close(whole) {
      signal?.removeEventListener("abort", leave);
      await (whole ? handBack(client) : client.release(true));
    },
  };
}

/**
 * The rows of one snapshot through COPY, encoded, in chunks. Postgres is read no faster than the chunks are
 * taken. Who stops early, by the signal even while Postgres still thinks, ends the database session; an error
 * half-way is thrown.
 */
export async function* copy(
  file: CopyFile,
  { signal, onSnapshot }: Reader = {},
): AsyncGenerator<Buffer> {
  const reading = await openReading(signal);
  let whole = false;
  try {
    yield* reading.read(file, onSnapshot);
    whole = true;
  } finally {
    await reading.close(whole);
  }
}

function ignore() {}

async function handBack(client: PoolClient) {
  await client.query("COMMIT");
  client.off("error", ignore);
  client.release();
}
