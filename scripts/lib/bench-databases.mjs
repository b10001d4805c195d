import { join } from "node:path";
import { withClient } from "./database.mjs";
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

async function fill(server, fresh, deals) {
  await ensureAppRole(server.admin, server.appPassword);
  await server.admin.query(`CREATE DATABASE ${server.admin.escapeIdentifier(fresh)} ENCODING UTF8`);
  await withClient(server.ownerUrl(fresh), (own) => migrate(own, () => grantAppRole(own)));
  await generate(server.ownerUrl(fresh), { deals, seed: 7, tell: console.log });
  await must(
    "Making the accounts",
    typescript("tests/support/make-accounts.ts", [], {
      capture: true,
      env: { ...testEnvironment, DATABASE_URL: server.appUrl(fresh) },
    }),
  );
}

/**
 * The databases of the measurement, on an embedded server of their own below `.data/bench`: `filled(deals)` gives the
 * URL of one with so many synthetic deals, made the first time and kept.
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
