import { createInterface } from "node:readline/promises";
import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

async function confirm(url) {
  const { host, pathname } = new URL(url);
  if (process.argv.includes("--yes")) return;
  if (!process.stdin.isTTY)
    throw new Stop("db:reset empties the database; say so with npm run db:reset -- --yes");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Empty the whole database at ${host}${pathname}? (yes/no) `,
  );
  terminal.close();
  if (answer.trim() !== "yes") throw new Stop("Nothing was changed");
}

/** `npm run db:reset`: an empty, migrated database. `npm start` or `npm run seed` fills it again. */
main(async () => {
  await prepare();
  const { reachDatabase, withClient } = await import("./lib/database.mjs");
  const { alone, migrate } = await import("./lib/migrate.mjs");
  const { ownerUrl, grant } = await reachDatabase();
  await confirm(ownerUrl);
  // Emptied before it is migrated: a migration that failed or was edited is no obstacle.
  await withClient(ownerUrl, async (client) => {
    await alone(client, () => client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
    await migrate(client, () => grant(client));
  });
  console.log("The database is empty and migrated");
});
