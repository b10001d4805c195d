import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { main, Stop } from "./lib/main.mjs";
import { freePort } from "./lib/port.mjs";
import { prepare } from "./lib/prepare.mjs";

const floorApp = "tests/bench/floor";
const allParts = [
  "table",
  "past",
  "counts",
  "search",
  "records",
  "ledger",
  "writes",
  "browser",
  "files",
];

function chosen() {
  const { values } = parseArgs({
    options: {
      deals: { type: "string", default: process.env.BENCH_DEALS ?? "0,100000" },
      parts: { type: "string", default: allParts.join(",") },
    },
  });
  const sizes = values.deals.split(",").map(Number);
  const parts = values.parts.split(",");
  if (!sizes.every((deals) => Number.isInteger(deals) && (deals === 0 || deals >= 100))) {
    throw new Stop(`--deals is ${values.deals}; give numbers such as 0,10000,100000`);
  }
  if (!parts.every((part) => allParts.includes(part))) {
    throw new Stop(`--parts is ${values.parts}; there are ${allParts.join(", ")}`);
  }
  return { sizes, parts };
}

/** A production server on a port of its own, once it answers. */
async function serve(file, args, env) {
  const { startServer } = await import("./lib/run.mjs");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startServer(file, args(port), {
    ...env,
    ...{ NODE_ENV: "production", PORT: String(port), HOSTNAME: "127.0.0.1", NEXTAUTH_URL: url },
  });
  for (let waited = 0; ; waited += 200) {
    const answered = await fetch(url, { redirect: "manual" }).catch(() => null);
    if (answered) return { url, child: server.child };
    if (waited > 60_000) throw new Stop(`${file} does not answer`);
    await sleep(200);
  }
}

/** The lines of a part, measured on servers that have just started. */
async function measure(part, env) {
  const { bin, must, typescript } = await import("./lib/run.mjs");
  const { standalone } = await import("./lib/build.mjs");
  const app = await serve(`${standalone}/server.js`, () => [], env);
  const floor = await serve(
    bin.next,
    (port) => ["start", floorApp, "-p", String(port), "-H", "127.0.0.1"],
    env,
  );
  const out = join(mkdtempSync(join(tmpdir(), "kakehashi-bench-")), "lines");
  await must(
    `Measuring ${part}`,
    typescript("tests/bench/measure.ts", [part], {
      env: {
        ...env,
        ...{ NEXTAUTH_URL: app.url, BENCH_APP: app.url, BENCH_FLOOR: floor.url, BENCH_OUT: out },
        ...{ BENCH_APP_PID: String(app.child.pid), BENCH_FLOOR_PID: String(floor.child.pid) },
      },
    }),
  );
  for (const { child } of [app, floor]) child.kill("SIGTERM");
  if (!existsSync(out)) return [];
  return readFileSync(out, "utf8").trim().split("\n").map(JSON.parse);
}

/**
 * `npm run bench -- --deals 10000,100000,1000000`: what people wait for, beside its floor, with more and more deals.
 * Prints a table for docs/PERFORMANCE.md. 0 is the starting catalogue alone. The databases are kept below .data/bench.
 */
main(async () => {
  const { sizes, parts } = chosen();
  await prepare({ build: true });
  const { bin, must, node } = await import("./lib/run.mjs");
  const { openBenchDatabases } = await import("./lib/bench-databases.mjs");
  const { reportOf } = await import("./lib/bench-report.mjs");
  const { testEnvironment } = await import("./lib/test-databases.mjs");
  await must(
    "The floor's build",
    node(bin.next, ["build", floorApp], { capture: true, env: testEnvironment }),
  );
  const databases = await openBenchDatabases();
  const report = [];
  try {
    for (const deals of sizes) {
      console.log(`${deals.toLocaleString("en")} deals …`);
      const env = { ...testEnvironment, DATABASE_URL: await databases.filled(deals) };
      const lines = [];
      report.push({ deals, lines });
      // Servers that have just started for each part: what a file costs in memory is told by one that did nothing else.
      for (const part of parts) lines.push(...(await measure(part, env)));
    }
  } finally {
    console.log(`\n${reportOf(report)}`);
  }
  return 0;
});
