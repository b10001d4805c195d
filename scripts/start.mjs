import { main } from "./lib/main.mjs";
import { chosenAddress } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm start`: from whatever state the checkout is in to a running, filled Kakehashi. */
main(async () => {
  const address = await chosenAddress();
  await prepare({ build: true });
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { firstRun } = await import("./lib/first-run.mjs");
  const { announce, serve } = await import("./lib/serve.mjs");

  setDefaults(address);
  const database = await openDatabase();
  const administrator = await firstRun(database, { catalogue: true });
  const { ended } = await serve(address, database);
  announce(administrator);
  return (await ended).code;
});
