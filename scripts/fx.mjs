import { main, Stop } from "./lib/main.mjs";
import { onDatabase, typedPath } from "./lib/on-database.mjs";

/** `npm run fx -- import eurofxref-hist.csv` (or the .zip): the European Central Bank's rates, from 1999 on. */
main(() => {
  const [act, file, ...rest] = process.argv.slice(2);
  if (act !== "import" || !file || rest.length > 0) {
    throw new Stop("npm run fx -- import <eurofxref-hist.csv or .zip>");
  }
  return onDatabase("scripts/import-rates.ts", [typedPath(file)]);
});
