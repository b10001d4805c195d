import { openDatabase } from "./database.mjs";
import { setDefaults } from "./environment.mjs";
import { typescript } from "./run.mjs";

/** Runs a TypeScript script on the catalogue's database, as the application's own role; gives its exit code. */
export async function onDatabase(script, args = []) {
  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  return (await typescript(script, args, { env: { DATABASE_URL: url } })).code;
}
