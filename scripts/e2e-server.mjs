import { atEnd, main } from "./lib/main.mjs";
import { chosenAddress } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";
import { must, typescript } from "./lib/run.mjs";
import { serve } from "./lib/serve.mjs";
import { openTestDatabases } from "./lib/test-databases.mjs";

/** What Playwright starts: the built application on a copy of the starting catalogue, nothing of it kept. */
main(async () => {
  const address = await chosenAddress();
  await prepare({ build: true });
  const databases = await openTestDatabases();
  atEnd(databases.stop);
  const database = await databases.fresh("seeded");
  await must(
    "Making the accounts",
    typescript("tests/support/make-accounts.ts", [], {
      capture: true,
      env: { DATABASE_URL: database.url },
    }),
  );
  const { ended } = await serve(address, database);
  return (await ended).code;
});
