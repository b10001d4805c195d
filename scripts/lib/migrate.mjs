import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { migrateJobs } from "./jobs.mjs";
import { Stop } from "./main.mjs";
import { root } from "./root.mjs";

const folder = join(root, "prisma/migrations");

/** The lock Prisma takes for the same work, so that its own `migrate deploy` waits for us and we for it. */
const LOCK = 72707369;

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

function readMigrations() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"));
      return {
        name,
        sql: sql.toString("utf8"),
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    });
}

async function checkServer(client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
  );
  const { version, encoding } = rows[0];
  if (version < 150000) {
    throw new Stop(
      `Kakehashi needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10000)}`,
    );
  }
  if (encoding !== "UTF8") {
    throw new Stop(
      `The database's encoding is ${encoding}; it must be UTF8 (CREATE DATABASE … ENCODING 'UTF8')`,
    );
  }
}

async function appliedMigrations(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function checkApplied(migration, row) {
  if (!row.finished) {
    throw new Stop(
      `Migration ${migration.name} was left unfinished; resolve it with prisma migrate resolve`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new Stop(
      `Migration ${migration.name} was changed after it was applied; write a new migration instead`,
    );
  }
}

async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const line = error.position
      ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})`
      : "";
    throw new Stop(`Migration ${name} failed: ${error.message}${line}`);
  }
}

/** One script at a time does this to a database; Prisma's `migrate deploy` waits too. */
export async function alone(client, run) {
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    return await run();
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]).catch(() => {});
  }
}

/**
 * Brings a database up to this checkout: every migration once, in order, each in its own transaction,
 * recorded as Prisma records it. Gives the names it applied. Safe when several start at once.
 * `afterwards` runs under the same lock.
 */
export async function migrate(client, afterwards = async () => {}) {
  await checkServer(client);
  return alone(client, async () => {
    await client.query(TABLE);
    const applied = await appliedMigrations(client);
    const done = [];
    for (const migration of readMigrations()) {
      const row = applied.get(migration.name);
      if (row) {
        checkApplied(migration, row);
      } else {
        await apply(client, migration);
        done.push(migration.name);
      }
    }
    await migrateJobs(client);
    await afterwards();
    return done;
  });
}
