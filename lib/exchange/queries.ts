import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import { authorize } from "../auth/rules";
import type { Query } from "../catalogue/rules";
import type { Parsed } from "../catalogue/schema";
import type { Ctx } from "../context";
import { type CopyFile, copy, type Snapshot } from "../copy";
import { env } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { type Fragment, sql } from "../sql";
import { remember, whileUnchanged } from "../unchanged";
import { type Column, type ReadingName, readings } from "./column/rules";
import { toReceipt } from "./receipt/dto";
import type { Asked, FileShape } from "./schema";
import { workbook } from "./xlsx/queries";
import { sheetRows, sheetXml } from "./xlsx/rules";

/** A noun that can be exported: its columns, and where the rows of a filter come from, in order. */
export type Exported<F> = {
  noun: "deals" | "companies" | "assets" | "milestones" | "comparables";
  columns: readonly Column[];
  parse: (query: Query) => Parsed<F>;
  /** FROM and WHERE; and the order. */
  rows: (filter: F) => { from: Fragment; order: Fragment };
};

/** One that the API also lists page by page. */
export type Listed<F> = Exported<F> & {
  /** A page of the list, and FROM to ORDER BY of the rows that have these ids, in their order. */
  list: (ctx: Ctx, filter: F) => Promise<{ items: { id: string }[]; next: string | null }>;
  these: (ids: string[], filter: F) => Fragment;
};

/** Stands in the text of a SELECT where the address of this site belongs. */
const here = "{origin}";

/**
 * SELECT of a file's columns, without their names: an ORDER BY would take those for what it sorts by. The
 * address of this site is a value like any other.
 */
export function selectOf(columns: readonly Column[], rows: Fragment, name: ReadingName): Fragment {
  const cells = columns.map(([, kind, read]) => {
    const cell = readings[name][kind](read);
    return kind === "address" ? `${here} || ${cell}` : cell;
  });
  const { origin } = new URL(env.NEXTAUTH_URL);
  // A fragment a cell would take longer to make than a small file to read.
  const [first = "", ...rest] = cells.join(", ").split(here);
  const parts = [
    sql.unsafe(first),
    ...rest.map((text) => sql`${origin}::text ${sql.unsafe(text)}`),
  ];
  return sql`SELECT ${parts} ${rows}`;
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t" };
const crlf = Buffer.from("\r\n");

const namesOf = (columns: readonly Column[], between: string) =>
  columns.map(([name]) => name).join(between);

/** RFC 4180's line ends. COPY sends one message a row, ending in LF: no need to look for quoted line breaks. */
function csv({ columns, bom, delimiter }: FileShape, rows: Fragment): CopyFile {
  const sign = delimiters[delimiter];
  return {
    statement: selectOf(columns, rows, "guarded"),
    options: `FORMAT csv, DELIMITER E'${sign.replace("\t", "\\t")}'`,
    head: `${bom ? "\ufeff" : ""}${namesOf(columns, sign)}\r\n`,
    tail: "",
    encode(row, chunk) {
      chunk.bytes(row, 0, row.length - 1);
      chunk.bytes(crlf);
    },
  };
}

/** One JSON object a line. JSON has no control character, so that COPY finds nothing in it to quote. */
function ndjson({ columns }: FileShape, rows: Fragment): CopyFile {
  return {
    statement: sql`SELECT row_to_json(line)
      FROM (${selectOf(columns, rows, "json")}) AS line (${sql.unsafe(namesOf(columns, ", "))})`,
    options: "FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02'",
    head: "",
    tail: "",
    encode: (row, chunk) => chunk.bytes(row),
  };
}

/** COPY's plain text: a tab between cells, `\N` for none. */
function sheet({ columns }: FileShape, rows: Fragment): CopyFile {
  const { head, row, tail } = sheetXml(columns);
  let line = 1;
  return {
    statement: selectOf(columns, rows, "plain"),
    options: "FORMAT text",
    ...{ head, tail },
    encode(cells, chunk) {
      line += 1;
      chunk.text(row(cells.toString("utf8", 0, cells.length - 1), line));
    },
  };
}

const copyOf = { csv, ndjson, xlsx: sheet };

const line = z.object({ line: z.record(z.string(), z.unknown()) });

/** A page of a list, each row as NDJSON has it. */
export async function listRows<F>(
  ctx: Ctx,
  { columns, list, these }: Listed<F>,
  filter: F,
): Promise<{ data: Record<string, unknown>[]; next: string | null }> {
  const { items, next } = await list(ctx, filter);
  const ids = items.map(({ id }) => id);
  const rows = await sql`SELECT row_to_json(line) AS line
    FROM (${selectOf(columns, these(ids, filter), "json")})
      AS line (${sql.unsafe(namesOf(columns, ", "))})`;
  return { data: rows.map((row) => line.parse(row).line), next };
}

/** What went into a file. */
type Tally = { rows: number; bytes: number; sha256: string; taken: Snapshot };

/** A file's bytes in constant memory, of one snapshot; counts what it gives away. */
async function* bytesOf<F>(
  exported: Exported<F>,
  { filter, shape }: Asked<F>,
  signal: AbortSignal,
  onEnd: (tally: Tally) => void,
): AsyncGenerator<Buffer> {
  const { from, order } = exported.rows(filter);
  if (shape.format === "xlsx") await refuseTooMany(from);
  const file = copyOf[shape.format](shape, sql`${from} ORDER BY ${order}`);
  const hash = createHash("sha256");
  const tally = { rows: 0, bytes: 0, sha256: "", taken: { snapshot: "", at: "" } };
  const encode: CopyFile["encode"] = (row, chunk) => {
    tally.rows += 1;
    file.encode(row, chunk);
  };
  const onSnapshot = (taken: Snapshot) => {
    tally.taken = taken;
  };
  const rows = copy({ ...file, encode }, { signal, onSnapshot });
  for await (const bytes of shape.format === "xlsx" ? workbook(exported.noun, rows) : rows) {
    hash.update(bytes);
    tally.bytes += bytes.length;
    yield bytes;
  }
  onEnd({ ...tally, sha256: hash.digest("hex") });
}

/** @throws AppError INVALID */
async function refuseTooMany(from: Fragment) {
  const [found] = await sql<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM (SELECT ${from} LIMIT ${sheetRows + 1}) AS found`;
  if ((found?.rows ?? 0) <= sheetRows) return;
  throw new AppError(
    "INVALID",
    "Excel holds 1,048,575 rows and these are more; narrow the filter or take CSV",
  );
}

/** Names an answer by what was asked: the rows, the shape of the file, and the day, for some filters move with it. */
function keyOf(noun: string, { filter, shape }: Asked<unknown>): string {
  const columns = shape.columns.map(([name]) => name);
  const day = new Date().toISOString().slice(0, 10);
  return `${noun} file ${JSON.stringify([filter, { ...shape, columns }, day])}`;
}

/** Who takes nothing for so long is taken for gone: sessions are few. */
const patienceMs = 5 * 60_000;

export type Reader = { signal?: AbortSignal; patience?: number };

/**
 * Bytes as a stream. A failure half-way breaks it, so that a short file can't pass for a whole one; a reader that
 * leaves, by `signal` too, ends the making of them. What fails before the first byte is thrown.
 */
export async function streamBytes(
  make: (left: AbortSignal) => AsyncGenerator<Buffer>,
  { signal, patience = patienceMs }: Reader = {},
): Promise<ReadableStream<Uint8Array>> {
  const gone = new AbortController();
  const chunks = make(gone.signal);
  const leave = async () => {
    gone.abort();
    await chunks.return(undefined).catch(() => {});
  };
  signal?.addEventListener("abort", leave, { once: true });
  const first = await chunks.next();
  return streamOf(first, { chunks, leave, left: gone.signal }, patience);
}

/** The file as a stream: see `streamBytes`. */
export async function streamFile<F>(
  ctx: Ctx,
  exported: Exported<F>,
  asked: Asked<F>,
  reader: Reader = {},
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx.actor, "catalogue.export");
  const keep = (tally: Tally) => remember(keyOf(exported.noun, asked), tally.taken.snapshot, tally);
  return streamBytes((left) => bytesOf(exported, asked, left, keep), reader);
}

type Source = {
  chunks: AsyncGenerator<Buffer>;
  leave: () => Promise<void>;
  left: AbortSignal;
};

function streamOf(
  first: IteratorResult<Buffer>,
  { chunks, leave, left }: Source,
  patience: number,
): ReadableStream<Uint8Array> {
  let ready: IteratorResult<Buffer> | null = first;
  let waiting = setTimeout(leave, patience).unref();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(waiting);
      try {
        const { done, value } = ready ?? (await chunks.next());
        ready = null;
        if (done) return controller.close();
        controller.enqueue(value);
        waiting = setTimeout(() => {
          controller.error(new Error("Nobody reads this export"));
          leave();
        }, patience).unref();
      } catch (error) {
        if (!left.aborted) log.error({ err: error }, "an export broke");
        controller.error(error);
      }
    },
    cancel() {
      clearTimeout(waiting);
      return leave();
    },
  });
}

/**
 * The receipt of the file that this address gives now: of the last one that was given, while nothing has been
 * written since, else of one that is made for it and thrown away.
 */
export async function receiptOf<F>(ctx: Ctx, exported: Exported<F>, asked: Asked<F>) {
  authorize(ctx.actor, "catalogue.export");
  const { rows, bytes, sha256, taken } = await whileUnchanged(keyOf(exported.noun, asked), () =>
    tallyOf(exported, asked),
  );
  return toReceipt(exported.noun, asked, { rows, bytes, sha256, takenAt: taken.at });
}

async function tallyOf<F>(exported: Exported<F>, asked: Asked<F>): Promise<Tally> {
  let tally: Tally | null = null;
  for await (const _ of bytesOf(exported, asked, new AbortController().signal, (all) => {
    tally = all;
  }));
  if (!tally) throw new Error("The export had no end");
  return tally;
}
