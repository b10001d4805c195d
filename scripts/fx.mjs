import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";
import { typedPath } from "./lib/typed-path.mjs";

/** `npm run fx -- import eurofxref-hist.csv` (or the .zip): the European Central Bank's rates, from 1999 on. */
main(async () => {
  const [act, file, ...rest] = process.argv.slice(2);
  if (act !== "import" || !file || rest.length > 0) {
    throw new Stop("npm run fx -- import <eurofxref-hist.csv or .zip>");
  }
  const path = typedPath(file);
  await prepare();
  const { onDatabase } = await import("./lib/on-database.mjs");
  return onDatabase("scripts/import-rates.ts", [path]);
});
