import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { importJob, startApplying } from "@/lib/exchange/import/commands";
import { getImport } from "@/lib/exchange/import/queries";
import { runWaitingJobs } from "@/lib/worker";
import { previewed, undone } from "../support/imports";
import { operator } from "../support/people";

const kills = Number(process.env.KILLS ?? 3);
const count = 1500;
const rows = Array.from({ length: count }, (_, n) => `Killed Labs ${n},JP,BIOTECH,Kobe`);
const file = `name,country,kind,city\n${rows.join("\n")}\n`;

/** Lets a process of its own do what waits, and kills it at some moment of its work. */
async function workAndDie(after: number) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/work-jobs.ts"],
    { stdio: ["ignore", "ignore", "inherit", "ipc"], env: process.env },
  );
  // It may be done, and gone, before its moment comes.
  const closed = once(child, "close");
  await once(child, "message");
  await sleep(after);
  child.kill("SIGKILL");
  await closed;
  // What the runner does of itself within seconds; tests/db/jobs.test.ts shows it.
  await db.$executeRaw`UPDATE jobs._private_jobs SET locked_by = NULL, locked_at = NULL`;
}

const made = () => db.company.count({ where: { name: { startsWith: "Killed Labs" } } });

test(`killed ${kills} times, an import is whole parts each time, and goes on to its end`, async () => {
  const { id } = await previewed(operator, file, { kind: "companies" });
  await startApplying(operator, { id });
  for (let n = 0; n < kills; n += 1) {
    await workAndDie(Math.random() * 1500);
    const { tally, state } = await getImport(operator, id);
    const marked = await db.importRow.count({ where: { importId: id, applied: true } });
    const told = await db.auditEntry.count({ where: { batchId: id, action: "create" } });
    expect([marked, told, await made()]).toEqual([tally.applied, tally.applied, tally.applied]);
    if (state === "applied") break;
  }
  await runWaitingJobs([importJob]);
  const { tally, state } = await getImport(operator, id);
  expect([state, tally.applied, tally.failed, await made()]).toEqual(["applied", count, 0, count]);
  await undone(operator, id);
  expect(await made()).toBe(0);
}, 300_000);
