import { resolve } from "node:path";
import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

const usage =
  "Name a file: npm run import -- catalogue.zip, or deals.csv [--kind deals|companies|milestones] [--apply]";

/**
 * `npm run import -- catalogue.zip`: what the archive has and the catalogue lacks is added; the rest stays.
 * `npm run import -- deals.csv`: what a table would change; with `--apply`, changes it.
 */
main(async () => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || file.startsWith("-")) throw new Stop(usage);
  const script = file.endsWith(".zip") ? "scripts/import-archive.ts" : "scripts/import-file.ts";
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { typescript } = await import("./lib/run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  const env = { DATABASE_URL: url };
  return (await typescript(script, [resolve(file), ...more], { env })).code;
});
