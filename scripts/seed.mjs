import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run seed`: loads the starting catalogue; what is there already stays. */
main(async () => {
  await prepare();
  const { SEED } = await import("./lib/first-run.mjs");
  const { onDatabase } = await import("./lib/on-database.mjs");
  return onDatabase(SEED);
});
