import { atEnd, Stop } from "./main.mjs";
import { alone, migrate } from "./migrate.mjs";
import { openPostgres } from "./postgres.mjs";
import { ensureAppRole, grantAppRole } from "./roles.mjs";
import { dataFolder } from "./secrets.mjs";

const NAME = "kakehashi";

/** A connection for a script; its errors are told in words. */
export async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  // A connection that the server closes must not end the script by an unhandled event.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Stop(
      `Cannot reach the database at ${host}${pathname}: ${error.message || error.code}`,
    );
  }
  return client;
}

/** Runs with a connection and closes it. */
export async function withClient(url, run) {
  const client = await connect(url);
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeDatabase(client, appPassword) {
  await ensureAppRole(client, appPassword);
  const { rows } = await client.query("SELECT datcollate FROM pg_database WHERE datname = $1", [
    NAME,
  ]);
  if (rows.length === 0) {
    await client.query(`CREATE DATABASE ${NAME} ENCODING UTF8`);
  } else if (rows[0].datcollate !== "C.UTF-8") {
    throw new Stop(
      `The database's locale is ${rows[0].datcollate}; searching Chinese and Japanese needs C.UTF-8`,
    );
  }
}

/**
 * The database of this checkout as it stands: the one of DATABASE_URL, or the embedded one. Gives the URL
 * the application uses, the owner's (the same for DATABASE_URL), and what a migration must grant afterwards.
 */
export async function reachDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, ownerUrl: given, grant: async () => {} };
  const server = await openPostgres({ home: dataFolder });
  atEnd(server.stop);
  await withClient(server.ownerUrl("postgres"), (client) =>
    alone(client, () => makeDatabase(client, server.appPassword)),
  );
  return { url: server.appUrl(NAME), ownerUrl: server.ownerUrl(NAME), grant: grantAppRole };
}

/** The database of this checkout, migrated, with its two URLs. */
export async function openDatabase() {
  const { url, ownerUrl, grant } = await reachDatabase();
  await withClient(ownerUrl, (client) => migrate(client, () => grant(client)));
  return { url, ownerUrl };
}
