import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run import -- file [--kind deals] [--apply]`: what a file would change; with `--apply`, changes it. */
main(async () => {
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { typescript } = await import("./lib/run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  const env = { DATABASE_URL: url, LOG_LEVEL: "warn" };
  return (await typescript("scripts/import-file.ts", process.argv.slice(2), { env })).code;
});
