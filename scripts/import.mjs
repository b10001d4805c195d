import { resolve } from "node:path";
import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run import -- catalogue.zip`: what the archive has and the catalogue lacks is added; the rest stays. */
main(async () => {
  const [file] = process.argv.slice(2);
  if (!file?.endsWith(".zip")) throw new Stop("Name an archive: npm run import -- catalogue.zip");
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { typescript } = await import("./lib/run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  const env = { DATABASE_URL: url };
  return (await typescript("scripts/import-archive.ts", [resolve(file)], { env })).code;
});
