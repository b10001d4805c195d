import { parseArgs } from "node:util";
import { main, Stop } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run db:generate -- --deals 1000000 --seed 7`: synthetic deals, in a database that holds nothing. */
main(async () => {
  const { values } = parseArgs({
    options: {
      deals: { type: "string", default: "10000" },
      seed: { type: "string", default: "7" },
    },
  });
  const deals = Number(values.deals);
  if (!Number.isInteger(deals) || deals < 100 || deals > 1_000_000) {
    throw new Stop(`--deals is ${values.deals}; it must be a number from 100 to 1000000`);
  }
  await prepare();
  const { setDefaults } = await import("./lib/environment.mjs");
  const { openDatabase } = await import("./lib/database.mjs");
  const { generate } = await import("./lib/synthetic/load.mjs");
  setDefaults({ port: 3000 });
  const { ownerUrl } = await openDatabase();
  const from = Date.now();
  await generate(ownerUrl, { deals, seed: values.seed, tell: console.log });
  console.log(`${deals} synthetic deals in ${((Date.now() - from) / 60_000).toFixed(1)} min`);
  return 0;
});
