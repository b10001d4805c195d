import { once } from "node:events";
import { finished } from "node:stream/promises";
import { columns, line } from "./tables.mjs";

const piece = 1 << 17;

/**
 * Opens a COPY into each table, all at once and each in a connection of its own, so that the server parses them side
 * by side. Each table is emptied in the same transaction: then FREEZE may write rows as if long since vacuumed.
 * `row` takes a row; await `flowing` between records; `end` commits.
 */
export async function openCopies(sql) {
  const copies = {};
  for (const [table, names] of Object.entries(columns)) {
    const connection = await sql.reserve();
    await connection.unsafe(`BEGIN; TRUNCATE ${table}`);
    const stream = await connection
      .unsafe(`COPY ${table} (${names}) FROM STDIN (FREEZE)`)
      .writable();
    copies[table] = { connection, stream, waiting: "" };
  }
  // A refused row ends its stream between two records, where nobody awaits it.
  const failed = new Promise((_, reject) => {
    for (const { stream } of Object.values(copies)) stream.on("error", reject);
  });
  failed.catch(() => {});
  const busy = new Set();
  return {
    row(table, values) {
      const copy = copies[table];
      copy.waiting += line(values);
      if (copy.waiting.length < piece) return;
      if (!copy.stream.write(copy.waiting)) busy.add(once(copy.stream, "drain"));
      copy.waiting = "";
    },
    async flowing() {
      if (busy.size === 0) return;
      await Promise.race([Promise.all(busy), failed]);
      busy.clear();
    },
    async end() {
      for (const { connection, stream, waiting } of Object.values(copies)) {
        stream.end(waiting);
        await Promise.race([finished(stream), failed]);
        await connection`COMMIT`;
        connection.release();
      }
    },
  };
}
