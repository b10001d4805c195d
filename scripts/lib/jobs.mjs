import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** The schema of the job runner's tables, which are its own and not Prisma's. */
export const SCHEMA = "jobs";

const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const mark = `graphile-worker ${dependencies["graphile-worker"]}`;

async function markOf(client) {
  const { rows } = await client.query(
    "SELECT obj_description(oid, 'pg_namespace') AS mark FROM pg_namespace WHERE nspname = $1",
    [SCHEMA],
  );
  return rows[0]?.mark;
}

/** `runMigrations` wants a pool; this one is the connection that holds the lock of all migrations. */
function poolOf(client) {
  const lent = {
    query: (...asked) => client.query(...asked),
    on: () => {},
    once: () => {},
    removeListener: () => {},
    release: () => {},
  };
  return { connect: async () => lent, on: () => {}, removeListener: () => {}, end: async () => {} };
}

/** Brings the runner's tables up to the installed version. The package is read only when they are not. */
export async function migrateJobs(client) {
  if ((await markOf(client)) === mark) return;
  const { Logger, runMigrations } = await import("graphile-worker");
  const logger = new Logger(() => () => {});
  await runMigrations({ pgPool: poolOf(client), schema: SCHEMA, logger });
  // The application may not be the owner, and row security without a policy would show it nothing.
  for (const table of ["jobs", "job_queues", "tasks", "known_crontabs"]) {
    await client.query(`ALTER TABLE ${SCHEMA}._private_${table} DISABLE ROW LEVEL SECURITY`);
  }
  await client.query(`COMMENT ON SCHEMA ${SCHEMA} IS '${mark}'`);
}
