import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atEnd, main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

const reports = mkdtempSync(join(tmpdir(), "kakehashi-report-"));
atEnd(() => rmSync(reports, { recursive: true, force: true }));

/** A tool that passes or fails as a whole counts as one check. */
async function check(node, name, steps) {
  for (const [file, args] of steps) {
    const { code, output } = await node(file, args, { capture: true });
    if (code !== 0) return { passed: 0, failures: [{ name, reason: output }] };
  }
  return { passed: 1, failures: [] };
}

/** A runner that ends without its report, or badly though no test failed, has failed as a whole. */
async function suite(name, run, count, file) {
  const { code, output } = await run;
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failures: [] };
  if (code !== 0 && counts.failures.length === 0) counts.failures.push({ name, reason: output });
  return counts;
}

async function timed(name, run) {
  const start = Date.now();
  const counts = await run();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${counts.passed} passed, ${counts.failures.length} failed (${seconds} s)`);
  for (const { name, reason } of counts.failures) console.log(`\n✗ ${name}\n${reason.trim()}\n`);
  return counts;
}

/** Each kind of test, cheapest first. A failure does not stop the others: one run tells all. */
async function kinds() {
  const { bin, node } = await import("./lib/run.mjs");
  const { playwrightCounts, vitestCounts } = await import("./lib/report.mjs");
  const { ensureBuilt } = await import("./lib/build.mjs");
  const { freePort } = await import("./lib/port.mjs");
  const port = String(await freePort());
  const file = (name) => join(reports, `${name}.json`);
  const vitest = (name) => () => {
    const args = ["run", "--project", name, "--passWithNoTests", "--reporter=json"];
    const run = node(bin.vitest, [...args, `--outputFile=${file(name)}`], { capture: true });
    return suite(name, run, vitestCounts, file(name));
  };
  return [
    ["lint", () => check(node, "biome check", [[bin.biome, ["check", "."]]])],
    [
      "types",
      () =>
        check(node, "tsc", [
          [bin.next, ["typegen"]],
          [bin.tsc, ["--noEmit"]],
        ]),
    ],
    ["unit", vitest("unit")],
    ["db", vitest("db")],
    ["seeded", vitest("seeded")],
    [
      "build",
      () =>
        ensureBuilt().then(
          () => ({ passed: 1, failures: [] }),
          (error) => ({ passed: 0, failures: [{ name: "build", reason: error.message }] }),
        ),
    ],
    [
      "e2e",
      () => {
        const run = node(bin.playwright, ["test", "--reporter=json", "--pass-with-no-tests"], {
          capture: true,
          env: { E2E_PORT: port, PLAYWRIGHT_JSON_OUTPUT_FILE: file("e2e") },
        });
        return suite("e2e", run, playwrightCounts, file("e2e"));
      },
    ],
  ];
}

/**
 * `npm test`: everything, from a fresh clone. The databases are made once, on one server, for all kinds.
 * The last line is `N passed, N failed`, and the exit code says the same.
 */
main(async () => {
  await prepare();
  const { openTestDatabases } = await import("./lib/test-databases.mjs");
  const databases = await openTestDatabases();
  atEnd(databases.stop);
  Object.assign(process.env, databases.environment);

  const all = [];
  for (const [name, run] of await kinds()) all.push(await timed(name, run));
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failures.length, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
