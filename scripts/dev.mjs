import { main } from "./lib/main.mjs";
import { chosenAddress } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run dev`: the same database as `npm start`, with hot reload. */
main(async () => {
  const address = await chosenAddress();
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { firstRun } = await import("./lib/first-run.mjs");
  const { announce } = await import("./lib/serve.mjs");
  const { bin, startServer } = await import("./lib/run.mjs");

  setDefaults(address);
  const database = await openDatabase();
  announce(await firstRun(database, { catalogue: true }));
  const { ended } = startServer(bin.next, ["dev", "-p", String(address.port), "-H", address.host], {
    DATABASE_URL: database.url,
    NEXT_TELEMETRY_DISABLED: "1",
  });
  return (await ended).code;
});
