import "server-only";
import { v7 as uuid } from "uuid";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { AppError } from "../../../errors";
import { bytesOf, type RawRow, rowsOf } from "../file/queries";
import {
  type delimiters,
  type Encoding,
  formatOf,
  guessDelimiter,
  guessEncoding,
  limits,
} from "../file/rules";
import { columnNames, getImport } from "../queries";
import { guessKind, headerKey, mapColumns } from "../rules";
import {
  type ImportKind,
  type ImportRef,
  type ImportSettings,
  importSettings,
  type ResampleInput,
  type UploadInput,
} from "../schema";

const pieceBytes = 1024 * 1024;
const headBytes = 256 * 1024;
const sampleRows = 20;
const dayInMs = 86_400_000;

/**
 * Takes in a file as it streams, and says what it seems to be: nothing is read into the catalogue yet.
 * @throws AppError INVALID for what is too large, is no table, or has no rows
 */
export async function uploadFile(
  ctx: Ctx,
  { name, kind }: UploadInput,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ImportRef> {
  authorize(ctx.actor, "catalogue.write");
  const { actor } = ctx;
  if (actor.kind === "anonymous") throw new AppError("UNAUTHENTICATED", "Sign in first");
  await forgetOld(ctx);
  const id = uuid();
  const userId = actor.kind === "user" ? actor.id : null;
  const blank = {
    kind: kind ?? "deals",
    format: "csv",
    bytes: 0,
    header: [],
    sample: [],
    settings: {},
  };
  await ctx.db.importFile.create({
    data: { id, userId, actorName: actor.name, via: ctx.via, name, ...blank },
  });
  try {
    const { format, head, size } = await keep(ctx, id, bytes);
    const found = await recognise(ctx, id, format, head);
    const known = kind ?? guessKind(found.header);
    const settings = await settingsFor(ctx, known, found);
    await ctx.db.importFile.update({
      where: { id },
      data: {
        ...{ kind: known, format, bytes: size, header: found.header, sample: found.sample },
        ...{ settings, state: "uploaded" },
      },
    });
    return { id };
  } catch (error) {
    await ctx.db.importFile.delete({ where: { id } });
    throw error;
  }
}

/** What was never applied goes after a day; of what was, the bytes after a month. */
async function forgetOld({ db }: Ctx) {
  const before = (days: number) => ({ lt: new Date(Date.now() - days * dayInMs) });
  const unfinished = ["uploading", "uploaded", "read", "failed"];
  await db.importFile.deleteMany({ where: { state: { in: unfinished }, createdAt: before(1) } });
  await db.importChunk.deleteMany({ where: { import: { createdAt: before(30) } } });
}

/** Writes the bytes away in pieces of one size as they come. */
async function keep({ db }: Ctx, importId: string, bytes: AsyncIterable<Uint8Array>) {
  let waiting: Uint8Array[] = [];
  let held = 0;
  let size = 0;
  let seq = 0;
  let head: Uint8Array<ArrayBuffer> = new Uint8Array();
  const found: { format: "csv" | "xlsx"; wide: boolean } = { format: "csv", wide: false };
  const flush = async () => {
    const piece = Uint8Array.from(Buffer.concat(waiting));
    if (seq === 0) {
      head = piece.slice(0, headBytes);
      found.format = formatOf(head);
      found.wide = found.format === "xlsx" || guessEncoding(head).encoding.startsWith("utf-16");
    }
    if (!found.wide && piece.includes(0)) {
      throw new AppError("INVALID", "This file holds NUL bytes: it is no text");
    }
    await db.importChunk.create({ data: { importId, seq, bytes: piece } });
    [waiting, held, seq] = [[], 0, seq + 1];
  };
  for await (const piece of bytes) {
    size += piece.length;
    const most = found.format === "xlsx" ? limits.workbookBytes : limits.fileBytes;
    if (size > most) {
      const values = { maximum: most / pieceBytes };
      throw new AppError("INVALID", "A file has at most {maximum} MB; split it", { values });
    }
    waiting.push(piece);
    held += piece.length;
    if (held >= pieceBytes) await flush();
  }
  if (held > 0 || seq === 0) await flush();
  return { format: found.format, head, size };
}

/**
 * Looks at the file again by another encoding or delimiter: its header and first rows, and what the columns are.
 * CONFLICT once it is being read.
 */
export async function resampleFile(
  ctx: Ctx,
  { id, encoding, delimiter }: ResampleInput,
): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  const { format, kind } = await getImport(ctx, id);
  const found = await sampleOf(ctx, id, { format, encoding, delimiter });
  const settings = await settingsFor(ctx, kind, { ...found, encoding, delimiter });
  const { count } = await ctx.db.importFile.updateMany({
    where: { id, state: { in: ["uploaded", "read", "failed"] } },
    data: { ...found, settings, state: "uploaded", problem: null },
  });
  if (count === 0) throw new AppError("CONFLICT", "This import has moved on; look at it again");
}

type Found = Pick<ImportSettings, "encoding" | "delimiter"> & {
  header: string[];
  sample: string[][];
};

async function recognise(
  ctx: Ctx,
  id: string,
  format: "csv" | "xlsx",
  head: Uint8Array,
): Promise<Found> {
  const { encoding } = format === "csv" ? guessEncoding(head) : { encoding: "utf-8" as const };
  const delimiter = format === "csv" ? guessDelimiter(beginning(head, encoding)) : "comma";
  return { encoding, delimiter, ...(await sampleOf(ctx, id, { format, encoding, delimiter })) };
}

function beginning(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** The header and the first rows, by this way of reading. */
async function sampleOf(
  ctx: Ctx,
  id: string,
  reading: { format: "csv" | "xlsx"; encoding: Encoding; delimiter: keyof typeof delimiters },
): Promise<{ header: string[]; sample: string[][] }> {
  const first: RawRow[] = [];
  for await (const row of rowsOf(bytesOf(ctx, id), reading)) {
    first.push(row);
    if (first.length > sampleRows) break;
  }
  const [header, ...rest] = first.map(({ cells }) => cells.map((cell) => cell.slice(0, 2000)));
  if (!header || rest.length === 0) {
    throw new AppError("INVALID", "A table needs a header and at least one row");
  }
  return { header, sample: rest };
}

/** As the person read such a header before; else columns that bear our names. */
async function settingsFor(
  ctx: Ctx,
  kind: ImportKind,
  { header, encoding, delimiter }: Found,
): Promise<ImportSettings> {
  const columns = mapColumns(header, columnNames()[kind]);
  const guessed = importSettings.parse({ encoding, delimiter, columns });
  if (ctx.actor.kind !== "user") return guessed;
  const row = await ctx.db.importMapping.findUnique({
    where: { userId_kind_header: { userId: ctx.actor.id, kind, header: headerKey(header) } },
  });
  const before = importSettings.safeParse(row?.settings);
  return before.success ? { ...before.data, encoding, delimiter } : guessed;
}
