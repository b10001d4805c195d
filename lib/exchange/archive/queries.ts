import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { type CopyFile, openReading, type Reading, type Snapshot } from "../../copy";
import { sql } from "../../sql";
import { type Reader, streamBytes } from "../queries";
import { schemaVersion } from "../schema";
import { zipEntry } from "../xlsx/queries";
import { type ArchiveReceipt, packageName, receiptName } from "./schema";
import { describeTables, type TableFile } from "./table/queries";
import { dataPackage, written } from "./table/rules";

type Entry = ArchiveReceipt["files"][number];

const crlf = Buffer.from("\r\n");

/** A table as CSV without a byte order mark: an empty cell is NULL, a quoted one an empty text. */
function csvOf({ table, columns }: TableFile, onRow: () => void): CopyFile {
  const cells = columns.map(written).join(", ");
  return {
    statement: sql`${sql.unsafe(`SELECT ${cells} FROM ${table.table} ORDER BY ${table.order}`)}`,
    options: "FORMAT csv",
    head: `${columns.map(({ name }) => name).join(",")}\r\n`,
    tail: "",
    encode(row, chunk) {
      onRow();
      chunk.bytes(row, 0, row.length - 1);
      chunk.bytes(crlf);
    },
  };
}

/** Counts and hashes a file as it passes. */
async function* tallied(
  name: string,
  bytes: AsyncGenerator<Buffer>,
  onEnd: (tally: Omit<Entry, "rows">) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const part of bytes) {
    hash.update(part);
    size += part.length;
    yield part;
  }
  onEnd({ name, bytes: size, sha256: hash.digest("hex") });
}

/** The archive's files, each made when its turn comes, and the receipt after all of them. */
function fill(zip: ZipFile, files: readonly TableFile[], reading: Reading): void {
  const receipt: ArchiveReceipt = { schema_version: schemaVersion, taken_at: "", files: [] };
  const onSnapshot = ({ at }: Snapshot) => {
    receipt.taken_at ||= at;
  };
  const add = (name: string, make: () => AsyncGenerator<Buffer>) =>
    zip.addReadStreamLazy(name, zipEntry, (give) =>
      give(null, Readable.from(make(), { objectMode: false })),
    );
  for (const file of files) {
    const name = `${file.table.file}.csv`;
    add(name, () => {
      let rows = 0;
      const csv = csvOf(file, () => {
        rows += 1;
      });
      return tallied(name, reading.read(csv, onSnapshot), (tally) =>
        receipt.files.push({ ...tally, rows }),
      );
    });
  }
  add(packageName, () =>
    tallied(packageName, textOf(dataPackage(files, schemaVersion)), (tally) =>
      receipt.files.push({ ...tally, rows: null }),
    ),
  );
  add(receiptName, () => textOf(receipt));
  zip.end();
}

async function* textOf(document: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

async function* archiveBytes(
  files: readonly TableFile[],
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const reading = await openReading(signal);
  let whole = false;
  const zip = new ZipFile();
  const out = Readable.from(zip.outputStream, { objectMode: false });
  zip.on("error", (error) => out.destroy(error));
  try {
    fill(zip, files, reading);
    yield* out;
    whole = true;
  } finally {
    await reading.close(whole);
  }
}

/** The whole catalogue as a ZIP of CSV files, of one snapshot, made as it is read. */
export async function streamArchive(
  ctx: Ctx,
  reader: Reader = {},
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx.actor, "catalogue.export");
  const files = await describeTables(ctx);
  return streamBytes((left) => archiveBytes(files, left), reader);
}
