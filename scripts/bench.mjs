import { atEnd, main } from "./lib/main.mjs";
import { freePort } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";

const floorApp = "tests/bench/floor";

/** The bare page to compare with, built and served on a port of its own. */
async function serveFloor(url) {
  const { bin, must, node, startServer } = await import("./lib/run.mjs");
  await must("The floor's build", node(bin.next, ["build", floorApp], { capture: true }));
  const port = await freePort();
  startServer(bin.next, ["start", floorApp, "-p", String(port), "-H", "127.0.0.1"], {
    NODE_ENV: "production",
    DATABASE_URL: url,
  });
  return `http://127.0.0.1:${port}`;
}

/** `npm run bench`: the pages and the export on the seed and on 100,000 synthetic deals, beside their floor. */
main(async () => {
  await prepare({ build: true });
  const { openTestDatabases, testEnvironment } = await import("./lib/test-databases.mjs");
  const { must, startServer, typescript } = await import("./lib/run.mjs");
  const { generate } = await import("./lib/synthetic/load.mjs");
  const { standalone } = await import("./lib/build.mjs");
  const { setTimeout: sleep } = await import("node:timers/promises");
  const databases = await openTestDatabases();
  atEnd(databases.stop);
  const deals = Number(process.env.BENCH_DEALS ?? "100000");
  for (const kind of ["seeded", "empty"]) {
    const { url, ownerUrl } = await databases.fresh(kind);
    if (kind === "empty") await generate(ownerUrl, { deals, seed: 7 });
    const port = await freePort();
    const app = `http://127.0.0.1:${port}`;
    const env = { ...testEnvironment, NEXTAUTH_URL: app, DATABASE_URL: url };
    await must(
      "Making the accounts",
      typescript("tests/support/make-accounts.ts", [], { capture: true, env }),
    );
    startServer(`${standalone}/server.js`, [], {
      ...env,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    });
    const floor = await serveFloor(url);
    await sleep(3000);
    console.log(`\n${kind === "seeded" ? "The starting catalogue" : `${deals} synthetic deals`}`);
    await must(
      "The measurement",
      typescript("tests/bench/measure.ts", [], {
        env: { ...env, BENCH_APP: app, BENCH_FLOOR: floor },
      }),
    );
  }
  return 0;
});
