import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withClient } from "./database.mjs";
import { SEED } from "./first-run.mjs";
import { hashOf } from "./hash.mjs";
import { Stop } from "./main.mjs";
import { alone, migrate } from "./migrate.mjs";
import { openPostgres } from "./postgres.mjs";
import { ensureAppRole, grantAppRole } from "./roles.mjs";
import { root } from "./root.mjs";
import { must, typescript } from "./run.mjs";

/** What a process that calls the rooms needs besides the database. */
export const testEnvironment = {
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret for tests only, thirty-two characters or more",
  LOG_LEVEL: "silent",
};

/**
 * TEST_DATABASE_URL (a role that may create databases), or an embedded server in a throw-away folder.
 * KAKEHASHI_TEST_HOME is the folder of `npm test`, whose parts share one server.
 */
async function testServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const url = (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
    return { ownerUrl: url, appUrl: url, stop: async () => {}, environment: {} };
  }
  const shared = process.env.KAKEHASHI_TEST_HOME;
  const home = shared ?? mkdtempSync(join(tmpdir(), "kakehashi-test-"));
  const server = await openPostgres({ home, durable: false });
  return {
    ...server,
    environment: { KAKEHASHI_TEST_HOME: home },
    async stop() {
      await server.stop(shared ? 0 : 10_000);
      if (!shared) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Names carry what they are made from: a server that is kept never serves yesterday's schema or seed. */
const templateName = () => `kakehashi_template_${hashOf(["prisma/migrations"]).slice(0, 12)}`;
const seededName = () =>
  `kakehashi_seeded_${hashOf(["prisma/migrations", "prisma/seed", "lib"]).slice(0, 12)}`;

async function copyDatabase(client, from, to) {
  await client.query(
    `CREATE DATABASE ${client.escapeIdentifier(to)} TEMPLATE ${client.escapeIdentifier(from)}`,
  );
}

/** Made under a name that nobody looks for and renamed when whole. */
export async function make(server, name, fill) {
  await withClient(server.ownerUrl("postgres"), (client) =>
    alone(client, async () => {
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
      if (rowCount > 0) return;
      const fresh = `${name}_${process.pid}`;
      await fill(client, fresh);
      await client.query(
        `ALTER DATABASE ${client.escapeIdentifier(fresh)} RENAME TO ${client.escapeIdentifier(name)}`,
      );
    }),
  );
}

async function makeTemplate(server, name) {
  await make(server, name, async (client, fresh) => {
    if (server.appPassword) await ensureAppRole(client, server.appPassword);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(fresh)} ENCODING UTF8`);
    await withClient(server.ownerUrl(fresh), (own) =>
      migrate(own, async () => {
        if (server.appPassword) await grantAppRole(own);
      }),
    );
  });
}

async function makeSeeded(server, template, name) {
  if (!existsSync(join(root, SEED))) throw new Stop(`There is no seed at ${SEED}`);
  await make(server, name, async (client, fresh) => {
    await copyDatabase(client, template, fresh);
    await must(
      "The seed",
      typescript(SEED, [], {
        capture: true,
        env: { ...testEnvironment, DATABASE_URL: server.appUrl(fresh) },
      }),
    );
  });
}

/**
 * The databases of the tests: `empty` is migrated, `seeded` has the starting catalogue as well.
 * `fresh(kind)` gives the URL of a new copy, `stop` ends the server.
 */
export async function openTestDatabases() {
  const server = await testServer();
  const template = templateName();
  await makeTemplate(server, template);
  return {
    stop: server.stop,
    /** What a child process needs to share the server. */
    environment: server.environment,
    async fresh(kind) {
      let from = template;
      if (kind === "seeded") {
        from = seededName();
        await makeSeeded(server, template, from);
      }
      const name = `kakehashi_test_${randomUUID().slice(0, 8)}`;
      await withClient(server.ownerUrl("postgres"), (client) => copyDatabase(client, from, name));
      return { url: server.appUrl(name), ownerUrl: server.ownerUrl(name) };
    },
  };
}
