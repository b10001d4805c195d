import "server-only";
import * as z from "zod";
import { Prisma } from "@/prisma/generated/client";
import type { Ctx } from "../../../context";
import { AppError } from "../../../errors";
import type { Staged } from "../file/commands";
import { readBack, type TableColumn, written } from "./rules";

const quoted = (name: string) => `"${name}"`;

/** SQL of a cell of a staged row, by its column's name. The text is the program's: a place in the file's header. */
function cellOf({ header }: Staged, name: string, row = "r"): string {
  return `${row}.cells[${header.indexOf(name) + 1}]`;
}

const columnsOf = ({ columns, header }: Staged): TableColumn[] =>
  columns.filter(({ name }) => header.includes(name));

const rowsOf = "r.archive_id = $1::uuid AND r.file = $2";
const lacked = (row: string) =>
  `EXISTS (SELECT FROM archive_missing m WHERE m.file = ${row}.file AND m.n = ${row}.n)`;

/** Part of an import: where it is noted which rows the catalogue lacks, for this transaction only. */
export async function openMissing(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`
    CREATE TEMPORARY TABLE archive_missing (file text, n integer, PRIMARY KEY (file, n)) ON COMMIT DROP`;
}

export async function closeMissing(ctx: Ctx): Promise<void> {
  await ctx.db.$executeRaw`DROP TABLE archive_missing`;
}

/** Part of an import: notes the rows that the catalogue lacks, or whose record it lacks. */
export async function markMissing(
  ctx: Ctx,
  archiveId: string,
  files: readonly Staged[],
  file: Staged,
): Promise<void> {
  const { table } = file;
  const above = table.below
    ? files.filter((one) => one.table.file === table.below?.file)
    : files.filter((one) => table.about && one.table.record);
  const named = table.below?.column ?? table.about;
  const condition = named
    ? `EXISTS (SELECT FROM archive_row p WHERE p.archive_id = $1::uuid AND ${lacked("p")}
        AND (${above.map((one) => isAbove(one, cellOf(file, named))).join(" OR ")}))`
    : `NOT EXISTS (SELECT FROM ${table.table} t WHERE ${sameKey(file)})`;
  await ctx.db.$executeRawUnsafe(
    `INSERT INTO archive_missing SELECT r.file, r.n FROM archive_row r WHERE ${rowsOf} AND ${condition}`,
    archiveId,
    table.file,
  );
}

function isAbove(file: Staged, id: string): string {
  return `(p.file = '${file.table.file}' AND ${cellOf(file, "id", "p")} = ${id})`;
}

function sameKey(file: Staged): string {
  return file.columns
    .filter(({ name }) => file.key.includes(name))
    .map((column) => `t.${quoted(column.name)} = ${readBack(column, cellOf(file, column.name))}`)
    .join(" AND ");
}

/**
 * Part of an import: writes the rows that are missing; answers how many.
 * @throws AppError CONFLICT when another record has the address or number of one, INVALID for what is no such row
 */
export async function insertMissing(ctx: Ctx, archiveId: string, file: Staged): Promise<number> {
  const columns = columnsOf(file);
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const values = columns.map((column) => readBack(column, cellOf(file, column.name))).join(", ");
  // A rate of a day is the same whatever its id.
  const known = file.table.table === "fx_rate" ? "ON CONFLICT DO NOTHING" : "";
  const insert = ctx.db.$executeRawUnsafe(
    `INSERT INTO ${file.table.table} (${names})
      SELECT ${values} FROM archive_row r WHERE ${rowsOf} AND ${lacked("r")} ORDER BY r.n ${known}`,
    archiveId,
    file.table.file,
  );
  return insert.catch((error) => refuseRow(error, `${file.table.file}.csv`));
}

const refusal = z.object({
  driverAdapterError: z.object({ cause: z.object({ kind: z.string() }) }),
});

function refuseRow(cause: unknown, name: string): never {
  if (!(cause instanceof Prisma.PrismaClientKnownRequestError)) throw cause;
  const kind = refusal.safeParse(cause.meta).data?.driverAdapterError.cause.kind;
  if (kind === "UniqueConstraintViolation") {
    const sentence = "A record of {name} has the address or number of another one here";
    throw new AppError("CONFLICT", sentence, { cause, values: { name } });
  }
  throw new AppError("INVALID", "A row of {name} does not fit the catalogue", {
    ...{ cause, values: { name } },
  });
}

/** Part of an import: a payment's steps moved it, and its time of change with it; this is the time it had. */
export async function keepTermTimes(ctx: Ctx, archiveId: string, file: Staged): Promise<void> {
  const time = file.columns.find(({ name }) => name === "updated_at");
  if (!time) return;
  await ctx.db.$executeRawUnsafe(
    `UPDATE payment_term t SET updated_at = ${readBack(time, cellOf(file, time.name))}
      FROM archive_row r WHERE ${rowsOf} AND ${lacked("r")} AND ${sameKey(file)}`,
    archiveId,
    file.table.file,
  );
}

type Counts = { same: number; different: number };

/** Part of an import: the rows that were not missing, held against what is here. */
export async function compareKept(ctx: Ctx, archiveId: string, file: Staged): Promise<Counts> {
  const values = file.header.map((name) => {
    const column = file.columns.find((one) => one.name === name);
    return column ? written(column) : "NULL";
  });
  const here = `(SELECT ARRAY[${values.join(", ")}]::text[] FROM ${file.table.table} t WHERE ${sameKey(file)})`;
  const [counts] = await ctx.db.$queryRawUnsafe<Counts[]>(
    `SELECT count(*) FILTER (WHERE same)::int AS same, count(*) FILTER (WHERE NOT same)::int AS different
      FROM (SELECT r.cells IS NOT DISTINCT FROM ${here} AS same
        FROM archive_row r WHERE ${rowsOf} AND NOT ${lacked("r")}) AS kept`,
    archiveId,
    file.table.file,
  );
  return counts ?? { same: 0, different: 0 };
}

/** Ids of the records of a file that were missing, in its order. */
export async function missingIds(ctx: Ctx, archiveId: string, file: Staged): Promise<string[]> {
  const rows = await ctx.db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT ${cellOf(file, "id")} AS id FROM archive_row r WHERE ${rowsOf} AND ${lacked("r")} ORDER BY r.n`,
    archiveId,
    file.table.file,
  );
  return rows.map(({ id }) => id);
}
