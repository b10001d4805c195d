import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run fx -- import eurofxref-hist.csv` (or the .zip): the European Central Bank's rates, from 1999 on. */
main(async () => {
  const [act, file, ...rest] = process.argv.slice(2);
  if (act !== "import" || !file || rest.length > 0) {
    throw new Stop("npm run fx -- import <eurofxref-hist.csv or .zip>");
  }
  // npm runs scripts in the checkout; the path is meant from where it was typed.
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  if (!existsSync(path)) throw new Stop(`There is no file ${file}`);
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { typescript } = await import("./lib/run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  return (await typescript("scripts/import-rates.ts", [path], { env: { DATABASE_URL: url } })).code;
});
