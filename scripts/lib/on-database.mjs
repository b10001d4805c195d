import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Stop } from "./main.mjs";
import { prepare } from "./prepare.mjs";

/** What loads the starting catalogue. */
export const SEED = "prisma/seed/main.ts";

/** Runs a TypeScript script on the catalogue's database, as the application's own role; gives its exit code. */
export async function onDatabase(script, args = []) {
  await prepare();
  const { setDefaults } = await import("./environment.mjs");
  const { openDatabase } = await import("./database.mjs");
  const { typescript } = await import("./run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  return (await typescript(script, args, { env: { DATABASE_URL: url } })).code;
}

/** The path of a file that a person named: npm runs scripts in the checkout, they typed it where they stand. */
export function typedPath(file) {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  if (!existsSync(path)) throw new Stop(`There is no file ${file}`);
  return path;
}
