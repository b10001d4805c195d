import { existsSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database.mjs";
import { Stop } from "./main.mjs";
import { alone } from "./migrate.mjs";
import { root } from "./root.mjs";
import { must, typescript } from "./run.mjs";

export const SEED = "prisma/seed/main.ts";

async function isEmpty(client, table) {
  const { rows } = await client.query(`SELECT NOT EXISTS (SELECT FROM ${table}) AS empty`);
  return rows[0].empty;
}

async function seed(url) {
  if (!existsSync(join(root, SEED))) return;
  console.log("Loading the starting catalogue …");
  await must("The seed", typescript(SEED, [], { env: { DATABASE_URL: url } }));
}

/** Gives the e-mail and, where one was made up, the password; both are told once. */
async function createAdministrator(url) {
  const { code, output } = await typescript("scripts/first-administrator.ts", [], {
    capture: true,
    env: { DATABASE_URL: url, LOG_LEVEL: "silent" },
  });
  if (code !== 0) throw new Stop(output.trim());
  return JSON.parse(output);
}

/**
 * What an empty database needs, once, whoever of several starts comes first: the starting catalogue
 * and an administrator. Gives the administrator that was made, or null.
 */
export async function firstRun({ url, ownerUrl }, { catalogue }) {
  return withClient(ownerUrl, (client) =>
    alone(client, async () => {
      const noPeople = await isEmpty(client, "app_user");
      if (catalogue && (await isEmpty(client, "deal"))) await seed(url);
      return noPeople ? createAdministrator(url) : null;
    }),
  );
}
