import { main, Stop } from "./lib/main.mjs";
import { onDatabase, typedPath } from "./lib/on-database.mjs";

const usage =
  "Name a file: npm run import -- catalogue.zip, or deals.csv [--kind deals|companies|milestones] [--apply]";

/**
 * `npm run import -- catalogue.zip`: what the archive has and the catalogue lacks is added; the rest stays.
 * `npm run import -- deals.csv`: what a table would change; with `--apply`, changes it.
 */
main(() => {
  const [file, ...more] = process.argv.slice(2);
  if (!file || file.startsWith("-")) throw new Stop(usage);
  const script = file.endsWith(".zip") ? "scripts/import-archive.ts" : "scripts/import-file.ts";
  return onDatabase(script, [typedPath(file), ...more]);
});
