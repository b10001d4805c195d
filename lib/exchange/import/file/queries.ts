import "server-only";
import { parse } from "csv-parse";
import readWorkbook from "read-excel-file/node";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { AppError } from "../../../errors";
import { type Delimiter, delimiters, type Encoding, limits } from "./rules";
import { refuseZipBomb } from "./zip/rules";

/** A table's row as the file has it: its place among the records (the header is 1), and its cells as text. */
export type RawRow = { number: number; cells: string[] };

/** Where a file's bytes come from: the database, or a file on disk. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Reading = { format: "csv" | "xlsx"; encoding: Encoding; delimiter: Delimiter };

/** The stored bytes of an import, piece by piece. */
export async function* bytesOf(ctx: Ctx, importId: string): AsyncGenerator<Uint8Array> {
  authorize(ctx.actor, "catalogue.write");
  for (let seq = 0; ; seq += 1) {
    const chunk = await ctx.db.importChunk.findUnique({
      where: { importId_seq: { importId, seq } },
      select: { bytes: true },
    });
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/**
 * The rows of a file, the header first, in constant memory for text; a workbook is read at once, so its size is limited.
 * @throws AppError INVALID where the file is broken, with the line
 */
export function rowsOf(bytes: Bytes, reading: Reading): AsyncGenerator<RawRow> {
  return reading.format === "xlsx" ? sheetRows(bytes) : textRows(bytes, reading);
}

async function* decoded(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const read = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch (cause) {
      const values = { encoding };
      throw new AppError("INVALID", "This file is not written in {encoding}", { values, cause });
    }
  };
  for await (const piece of bytes) yield read(piece);
  yield read();
}

async function* textRows(bytes: Bytes, { encoding, delimiter }: Reading): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: delimiters[delimiter],
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.recordCharacters,
  });
  const feeding = feed(parser, decoded(bytes, encoding));
  // What breaks the feeding breaks the parser, too, and is told by it.
  feeding.catch(() => {});
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      refuseTooMany(number, cells);
      yield { number, cells };
    }
    await feeding;
  } catch (error) {
    throw asProblem(error, number + 1);
  } finally {
    parser.destroy();
    await feeding.catch(() => {});
  }
}

async function feed(parser: ReturnType<typeof parse>, texts: AsyncIterable<string>) {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return;
      if (text.includes("\0")) {
        throw new AppError("INVALID", "This file holds NUL bytes: it is no text");
      }
      if (!parser.write(text)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off("drain", done);
      parser.off("close", done);
      resolve();
    };
    parser.on("drain", done);
    parser.on("close", done);
  });
}

function refuseTooMany(number: number, cells: readonly string[]) {
  if (cells.length > limits.columns) {
    throw new AppError("INVALID", "A table has at most {maximum} columns", {
      values: { maximum: limits.columns },
    });
  }
  if (number > limits.rows + 1) {
    throw new AppError("INVALID", "A file has at most {maximum} rows", {
      values: { maximum: limits.rows },
    });
  }
}

function asProblem(error: unknown, row: number): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "CSV_MAX_RECORD_SIZE") {
    return new AppError("INVALID", "Row {row} is too long to be one", { values: { row } });
  }
  if (!code.startsWith("CSV_")) return error;
  const values = { row };
  return new AppError("INVALID", "Row {row} has a quotation mark in the wrong place", { values });
}

async function* sheetRows(bytes: Bytes): AsyncGenerator<RawRow> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const book = Buffer.concat(pieces);
  refuseZipBomb(book);
  const sheets = await readWorkbook(book).catch((cause: unknown) => {
    throw new AppError("INVALID", "This workbook cannot be read; save it as XLSX or CSV", {
      cause,
    });
  });
  const rows = sheets[0]?.data ?? [];
  for (const [at, row] of rows.entries()) {
    const cells = row.map(cellText);
    refuseTooMany(at + 1, cells);
    if (cells.some((cell) => cell !== "")) yield { number: at + 1, cells };
  }
}

/** A day has no time of day: a workbook's dates are UTC midnights. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
  }
  return String(value);
}
