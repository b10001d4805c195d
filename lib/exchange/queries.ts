import "server-only";
import { type Readable, Transform } from "node:stream";
import type postgres from "postgres";
import type { PendingQuery, ReservedSql } from "postgres";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { env } from "../env";
import { log } from "../log";
import { sql } from "../sql";
import type { FileShape } from "./schema";

type Fragment = PendingQuery<postgres.Row[]>;

/**
 * A file to be streamed. `choose` puts the matching rows into export_row (n, id), in order, by parameters;
 * `select` reads them back and holds no value of a person's, for COPY takes no parameters.
 */
export type CsvFile = {
  header: readonly string[];
  choose: (db: ReservedSql) => Fragment;
  select: string;
};

const delimiters = { comma: ",", semicolon: ";", tab: "\t" };
const chunkBytes = 64 * 1024;

type Session = { db: ReservedSql; pid: number; rows: Readable };

/** One snapshot, read by COPY. */
async function open(file: CsvFile, shape: FileShape): Promise<Session> {
  const db = await sql.reserve();
  try {
    await db`BEGIN ISOLATION LEVEL REPEATABLE READ`;
    await db`SET LOCAL statement_timeout = 0`;
    await db`SELECT set_config('kakehashi.origin', ${new URL(env.NEXTAUTH_URL).origin}, true)`;
    await db`CREATE TEMPORARY TABLE export_row (n bigint, id uuid) ON COMMIT DROP`;
    await file.choose(db);
    const [backend] = await db<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    const copy = `COPY (${file.select}) TO STDOUT (FORMAT csv, DELIMITER E'${delimiters[shape.delimiter].replace("\t", "\\t")}')`;
    return { db, pid: backend?.pid ?? 0, rows: await db.unsafe(copy).readable() };
  } catch (error) {
    await close(db);
    throw error;
  }
}

/**
 * The driver stops its socket when COPY is faster than the reader and starts it again when the stream asks
 * for more. A stream that has its end asks no more, so the words after the rows would never be read.
 */
function readOn(rows: Readable) {
  rows._read(0);
}

/** A cancellation that comes late can hit the ROLLBACK itself: the second one ends the session. */
async function close(db: ReservedSql) {
  await db`ROLLBACK`.catch(() => db`ROLLBACK`);
  db.release();
}

/** Stops the statement and reads what is on its way, so that the session is free again. */
async function abandon({ db, pid, rows }: Session) {
  rows.unpipe();
  await sql`SELECT pg_cancel_backend(${pid})`;
  if (!rows.readableEnded && !rows.destroyed) {
    await new Promise((resolve) => {
      rows.once("error", resolve).once("end", resolve).resume();
      readOn(rows);
    });
  }
  readOn(rows);
  await close(db);
}

/**
 * The head, then the rows with RFC 4180's CRLF. COPY sends one message a row, ending in LF, and a pipe
 * hands each on as it came: no need to look inside for quoted line breaks.
 */
function withHead(head: string, rows: Readable): Transform {
  const lines = new Transform({
    readableHighWaterMark: chunkBytes,
    transform(row: Buffer, _encoding, done) {
      this.push(row.subarray(0, -1));
      this.push("\r\n");
      done();
    },
  });
  lines.push(head);
  rows.once("error", (error) => lines.destroy(error));
  return rows.pipe(lines);
}

/**
 * The file as bytes, in constant memory. A failure half-way breaks the stream, so that a short file can't
 * pass for a whole one; a reader that leaves frees the database session.
 */
export async function streamCsv(
  ctx: Ctx,
  file: CsvFile,
  shape: FileShape,
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx.actor, "catalogue.export");
  const session = await open(file, shape);
  const head = `${shape.bom ? "\ufeff" : ""}${file.header.join(delimiters[shape.delimiter])}\r\n`;
  const lines = withHead(head, session.rows);
  const chunks = lines.iterator();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (!done) return controller.enqueue(value);
        readOn(session.rows);
        await close(session.db);
        controller.close();
      } catch (error) {
        log.error({ err: error }, "an export broke");
        controller.error(error);
        await abandon(session);
      }
    },
    async cancel() {
      lines.destroy();
      await abandon(session);
    },
  });
}

/** `deals_20261124T0632Z.csv` */
export function fileName(noun: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, "").slice(0, 13);
  return `${noun}_${stamp}Z.csv`;
}
