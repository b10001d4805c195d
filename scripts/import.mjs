import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";
import { typedPath } from "./lib/typed-path.mjs";

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
  const path = typedPath(file);
  await prepare();
  const { onDatabase } = await import("./lib/on-database.mjs");
  return onDatabase(script, [path, ...more]);
});
