import "server-only";
import type { Ctx } from "../../../context";
import { type ArchiveTable, archiveTables, type TableColumn } from "./rules";

type Row = TableColumn & { table: string };

/** A file of the archive with the columns of its table, in their order, and its key. */
export type TableFile = { table: ArchiveTable; columns: TableColumn[]; key: string[] };

/**
 * What the database itself says of the tables: a column that is added later is in the next archive without anybody
 * thinking of it. What is worked out from other columns is left out.
 */
export async function describeTables(ctx: Ctx): Promise<TableFile[]> {
  const names = archiveTables.map(({ table }) => table);
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      NOT a.attnotnull AS nullable,
      CASE
        WHEN t.typcategory = 'A' THEN 'list'
        WHEN t.typcategory = 'N' THEN 'number'
        WHEN t.typcategory = 'B' THEN 'boolean'
        WHEN t.typname = 'date' THEN 'day'
        WHEN t.typname = 'timestamptz' THEN 'instant'
        WHEN t.typname IN ('json', 'jsonb') THEN 'json'
        ELSE 'text'
      END AS kind
    FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_type AS t ON t.oid = a.atttypid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY (${names}::text[])
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    ORDER BY c.relname, a.attnum`;
  const keys = await ctx.db.$queryRaw<{ table: string; name: string }[]>`
    SELECT c.relname AS table, a.attname AS name
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
      CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
    WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace
      AND c.relname = ANY (${names}::text[])
    ORDER BY c.relname, k.n`;
  return archiveTables.map((table) => ({
    table,
    columns: rows
      .filter((row) => row.table === table.table)
      .map(({ table: _, ...column }) => column),
    key: keys.filter((row) => row.table === table.table).map(({ name }) => name),
  }));
}
