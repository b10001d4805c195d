import "server-only";
import type { Db } from "./db";

/** The tables that many rows are added to at a time. */
export type Table =
  | "claim"
  | "company"
  | "company_identifier"
  | "company_name"
  | "deal"
  | "deal_asset"
  | "deal_event"
  | "deal_link"
  | "deal_party"
  | "deal_warning"
  | "grant_territory"
  | "payment_event"
  | "payment_term"
  | "rights_grant"
  | "royalty_term"
  | "royalty_tier"
  | "source";

/**
 * Adds rows in one statement with one parameter, however many they are: Prisma's createMany takes a dozen times as long
 * for a thousand. Keys are the columns' names as Prisma spells them; what a row leaves out has its default.
 */
export async function insertRows<R extends object>(db: Db, table: Table, rows: readonly R[]) {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])),
  );
  const list = columns.map((key) => `"${columnOf(key)}"`).join(", ");
  await db.$executeRawUnsafe(
    `INSERT INTO "${table}" (${list})
     SELECT ${list} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    JSON.stringify(named),
  );
}

/** `payerId` → `payer_id`. Nothing but letters may reach the statement: names are of the program, never of a file. */
function columnOf(key: string): string {
  if (!/^[a-zA-Z]+$/.test(key)) throw new RangeError(`not a column: ${key}`);
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
