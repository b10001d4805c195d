import { readModel, tables } from "./tables.mjs";

const here = "= ANY ($1::text[]::regclass[])";

const FOREIGN_KEYS = `
  SELECT conrelid::regclass AS of_table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND (conrelid ${here} OR confrelid ${here})`;
const KEYS = `
  SELECT conrelid::regclass AS of_table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid ${here}`;
const INDEXES = `
  SELECT indrelid::regclass AS of_table, indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid ${here}
     AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))`;

/**
 * Takes the indexes and the keys off the tables: filling them row by row costs several times what making them at the
 * end does. Gives the statements that put all back, as the database itself spells them: of the read model, of the
 * rest, and the foreign keys, which then prove that every row refers to one that is there.
 */
export async function dropIndexes(client) {
  const read = async (sql) => (await client.query(sql, [tables])).rows;
  const foreign = await read(FOREIGN_KEYS);
  const keys = await read(KEYS);
  const indexes = await read(INDEXES);
  for (const { of_table: table, name } of [...foreign, ...keys]) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
  }
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  const add = ({ of_table: table, name, definition }) =>
    `ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`;
  const back = [
    ...keys.map((key) => ({ table: key.of_table, sql: add(key) })),
    ...indexes.map((index) => ({ table: index.of_table, sql: index.definition })),
  ];
  return {
    ofRows: back.filter(({ table }) => readModel.includes(table)).map(({ sql }) => sql),
    ofTheRest: back.filter(({ table }) => !readModel.includes(table)).map(({ sql }) => sql),
    foreign: foreign.map(add),
  };
}
