import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { type Ctx, inTransaction, scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { addJob, type Job } from "@/lib/job";
import { runWaitingJobs, startWorker } from "@/lib/worker";

const ctx: Ctx = scriptContext("a test of jobs");
const done: string[] = [];

const greet: Job<z.ZodObject<{ name: z.ZodString }>> = {
  name: "greet",
  payload: z.object({ name: z.string() }),
  async run({ name }) {
    if (name === "nobody") throw new Error("There is nobody to greet");
    done.push(name);
  },
};

afterEach(async () => {
  done.length = 0;
  await db.$executeRaw`DELETE FROM jobs._private_jobs`;
});

async function until(true_: () => boolean) {
  for (let waited = 0; !true_() && waited < 20_000; waited += 50) await sleep(50);
}

test("a job is done when the transaction that asked for it commits, and only then", async () => {
  const broken = inTransaction(ctx, async (ctx) => {
    await addJob(ctx, "greet", { name: "Hanako" });
    throw new Error("no");
  });
  await expect(broken).rejects.toThrow("no");
  await inTransaction(ctx, (ctx) => addJob(ctx, "greet", { name: "Wei" }));
  await runWaitingJobs([greet]);
  expect(done).toEqual(["Wei"]);
});

test("a job under a key is done once, as it was asked last", async () => {
  await addJob(ctx, "greet", { name: "Hanako" }, { key: "one" });
  await addJob(ctx, "greet", { name: "Wei" }, { key: "one" });
  await runWaitingJobs([greet]);
  expect(done).toEqual(["Wei"]);
});

test("a job that fails stays, for later, and keeps no other waiting", async () => {
  await addJob(ctx, "greet", { name: "nobody" });
  await addJob(ctx, "greet", { name: "Wei" });
  await runWaitingJobs([greet]);
  const left = await db.$queryRaw`
    SELECT attempts, last_error, run_at > now() AS later FROM jobs._private_jobs`;
  expect(done).toEqual(["Wei"]);
  expect(left).toEqual([{ attempts: 1, last_error: "There is nobody to greet", later: true }]);
});

test("a server that starts takes over what a dead one left, and what comes", async () => {
  await addJob(ctx, "greet", { name: "left behind" });
  await db.$executeRaw`UPDATE jobs._private_jobs
    SET locked_by = 'worker-dead', locked_at = now() - interval '16 seconds', attempts = 1`;
  const stop = startWorker([greet]);
  await until(() => done.includes("left behind"));
  await addJob(ctx, "greet", { name: "new" });
  await until(() => done.includes("new"));
  await stop();
  expect(done).toEqual(["left behind", "new"]);
  await addJob(ctx, "greet", { name: "too late" });
  await sleep(300);
  expect(done).not.toContain("too late");
});
