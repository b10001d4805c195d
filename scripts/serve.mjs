import { openDatabase } from "./lib/database.mjs";
import { requireSet } from "./lib/environment.mjs";
import { firstRun } from "./lib/first-run.mjs";
import { main } from "./lib/main.mjs";
import { chosenAddress } from "./lib/port.mjs";
import { announce, serve } from "./lib/serve.mjs";

/** What the image runs: everything is built already, and nothing is made up. SEED=1 loads the starting catalogue. */
main(async () => {
  requireSet();
  const address = await chosenAddress();
  const database = await openDatabase();
  const administrator = await firstRun(database, { catalogue: process.env.SEED === "1" });
  const { ended } = await serve(address, database);
  announce(administrator);
  return (await ended).code;
});
