import "server-only";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { AppError } from "../../../errors";
import { sql } from "../../../sql";
import type { TableFile } from "../table/queries";
import type { OpenArchive, Seen } from "./queries";
import { copyArray } from "./rules";

/** A file that waits to be imported, and the names of its columns in their order. */
export type Staged = TableFile & { header: string[] };

/** Part of an import: puts the archive's rows where statements can read them, and holds them against the receipt. */
export async function stageArchive(
  archiveId: string,
  archive: OpenArchive,
  files: readonly TableFile[],
): Promise<Staged[]> {
  const staged: Staged[] = [];
  for (const file of files) {
    const name = `${file.table.file}.csv`;
    if (!archive.has(name)) throw unlike(name);
    const { header, rows, seen } = await stageFile(archiveId, archive, file);
    const said = archive.receipt.files.find((one) => one.name === name);
    const alike = said?.rows === rows && said.bytes === seen.bytes && said.sha256 === seen.sha256;
    if (!alike) throw unlike(name);
    staged.push({ ...file, header });
  }
  return staged;
}

/** Part of an import: takes the rows away again. */
export async function dropStaged(archiveId: string): Promise<void> {
  await sql`DELETE FROM archive_row WHERE archive_id = ${archiveId}`;
}

function unlike(name: string): AppError {
  return new AppError("INVALID", "{name} is not the file of the receipt", { values: { name } });
}

/** No cell of a catalogue is longer; a longer row is no row. */
const recordBytes = 4 * 1024 * 1024;

async function stageFile(archiveId: string, archive: OpenArchive, { table, columns }: TableFile) {
  const { file } = table;
  const known = new Set(columns.map(({ name }) => name));
  let seen: Seen = { bytes: 0, sha256: "" };
  let header: string[] | null = null;
  let rows = 0;
  const bytes = archive.read(`${file}.csv`, (all) => {
    seen = all;
  });
  const lines = new Transform({
    writableObjectMode: true,
    transform(cells: (string | null)[], _, done) {
      if (header) {
        rows += 1;
        return done(null, `${archiveId}\t${file}\t${rows}\t${copyArray(cells)}\n`);
      }
      header = cells.map(String);
      done(header.every((name) => known.has(name)) ? null : unlike(`${file}.csv`));
    },
  });
  await sql.begin(async (tx) => {
    await tx`SET LOCAL statement_timeout = 0`;
    const into = await tx`COPY archive_row (archive_id, file, n, cells) FROM STDIN`.writable();
    await pipeline(Readable.from(bytes, { objectMode: false }), csvParser(), lines, into);
  });
  return { header: header ?? [], rows, seen };
}

/** A cell that is empty and not quoted is null. */
function csvParser() {
  return parse({
    max_record_size: recordBytes,
    cast: (value, { quoting }) => (value === "" && !quoting ? null : value),
  });
}
