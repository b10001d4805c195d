import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run seed`: loads the starting catalogue; what is there already stays. */
main(async () => {
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { SEED } = await import("./lib/first-run.mjs");
  const { typescript } = await import("./lib/run.mjs");

  setDefaults({ port: 3000 });
  const { url } = await openDatabase();
  return (await typescript(SEED, [], { env: { DATABASE_URL: url } })).code;
});
