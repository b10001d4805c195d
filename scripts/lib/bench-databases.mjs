import { join } from "node:path";
import { withClient } from "./database.mjs";
import { SEED } from "./first-run.mjs";
import { hashOf } from "./hash.mjs";
import { atEnd } from "./main.mjs";
import { migrate } from "./migrate.mjs";
import { openPostgres } from "./postgres.mjs";
import { ensureAppRole, grantAppRole } from "./roles.mjs";
import { must, typescript } from "./run.mjs";
import { dataFolder } from "./secrets.mjs";
import { generate } from "./synthetic/load.mjs";
import { make, testEnvironment } from "./test-databases.mjs";

/** Names carry what they are made from: a new migration or another generator makes a new one. */
const nameOf = (deals) =>
  `kakehashi_bench_${deals}_${hashOf(["prisma/migrations", "scripts/lib/synthetic"]).slice(0, 12)}`;

/** Those of an earlier schema or generator, and those that were never finished: a million deals are nine gigabytes. */
async function dropOutdated(admin, deals) {
  const { rows } = await admin.query(
    "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
    [`kakehashi_bench_${deals}_`],
  );
  for (const { datname } of rows) {
    await admin.query(`DROP DATABASE ${admin.escapeIdentifier(datname)} WITH (FORCE)`);
  }
}

async function fill(server, fresh, deals) {
  await dropOutdated(server.admin, deals);
  await ensureAppRole(server.admin, server.appPassword);
  await server.admin.query(`CREATE DATABASE ${server.admin.escapeIdentifier(fresh)} ENCODING UTF8`);
  await withClient(server.ownerUrl(fresh), (own) => migrate(own, () => grantAppRole(own)));
  if (deals > 0) {
    await generate(server.ownerUrl(fresh), { deals, seed: 7, tell: console.log });
  }
  const env = { ...testEnvironment, DATABASE_URL: server.appUrl(fresh) };
  // The golden words of the search mean real records, to be found among the others.
  for (const file of [SEED, "tests/bench/register.ts", "tests/support/make-accounts.ts"]) {
    await must(file, typescript(file, [], { capture: true, env }));
  }
}

/**
 * The databases of the measurement, on an embedded server of their own below `.data/bench`: `filled(deals)` gives the
 * URL of one with so many synthetic deals and the starting catalogue among them, made the first time and kept.
 */
export async function openBenchDatabases() {
  const server = await openPostgres({ home: join(dataFolder, "bench") });
  atEnd(server.stop);
  return {
    async filled(deals) {
      const name = nameOf(deals);
      await make(server, name, (admin, fresh) => fill({ ...server, admin }, fresh, deals));
      return server.appUrl(name);
    },
  };
}
