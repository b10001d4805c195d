import "server-only";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, runOnce, type TaskList } from "graphile-worker";
import { Client, Pool } from "pg";
import type * as z from "zod";
import { env } from "./env";
import { type Job, jobSchema } from "./job";
import { log } from "./log";

/** Jobs at a time, so that a long import keeps no short one waiting. */
const concurrency = 3;
const beatMs = 5_000;

const quiet = new Logger(() => (level, message) => {
  if (level === "error" || level === "warning") log.warn({ said: message }, "the job runner");
});

const connection = () => ({ connectionString: env.DATABASE_URL, lock_timeout: 10_000 });

function taskList(jobs: readonly Job<z.ZodType>[]): TaskList {
  return Object.fromEntries(
    jobs.map(({ name, payload, run }) => [
      name,
      async (raw, { abortSignal, job }) => {
        try {
          await run(payload.parse(raw), abortSignal ?? new AbortController().signal);
        } catch (error) {
          log.error({ err: error, job: name, attempt: job.attempts }, "a job failed");
          throw error;
        }
      },
    ]),
  );
}

/** Does what waits, and ends. For scripts and tests. */
export async function runWaitingJobs(jobs: readonly Job<z.ZodType>[]): Promise<void> {
  const pool = openPool(2);
  try {
    const options = { pgPool: pool, schema: jobSchema, logger: quiet, noHandleSignals: true };
    await runOnce({ ...options, taskList: taskList(jobs) });
  } finally {
    await pool.end();
  }
}

function openPool(max: number): Pool {
  const pool = new Pool({ ...connection(), max });
  pool.on("error", (error) => log.warn({ error: error.message }, "an idle connection was lost"));
  return pool;
}

/**
 * Does what comes, until the function it gives is called: that waits for what is being done. A database that is
 * away, at the start or later, is waited for.
 */
export function startWorker(jobs: readonly Job<z.ZodType>[]): () => Promise<void> {
  const ending = new AbortController();
  let runner: Runner | null = null;
  const work = async () => {
    while (!ending.signal.aborted) {
      try {
        runner = await openRunner(jobs);
        await runner.promise;
      } catch (error) {
        log.warn({ err: error }, "the job runner stopped; it starts again");
      }
      await sleep(beatMs, undefined, { ref: false, signal: ending.signal }).catch(() => {});
    }
  };
  const ended = work();
  return async () => {
    ending.abort();
    await runner?.stop().catch(() => {});
    await ended;
  };
}

async function openRunner(jobs: readonly Job<z.ZodType>[]): Promise<Runner> {
  const events = new EventEmitter();
  const workers: string[] = [];
  events.on("worker:create", ({ worker }) => workers.push(worker.workerId));
  const pool = openPool(concurrency + 1);
  const stopBeating = keepAlive(workers);
  const close = async () => {
    await stopBeating();
    await pool.end();
  };
  try {
    const runner = await run({
      ...{ pgPool: pool, schema: jobSchema, logger: quiet, noHandleSignals: true },
      ...{ concurrency, events, taskList: taskList(jobs) },
    });
    runner.promise.then(close, close);
    return runner;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The runner gives the jobs of a worker that died to others after four hours only. So each worker is known by a
 * lock of a session, which ends with its process however that dies, and jobs of workers without one are freed.
 */
function keepAlive(workers: readonly string[]): () => Promise<void> {
  let heart: Heart | null = null;
  let stopped = false;
  let waiting: NodeJS.Timeout | undefined;
  const beat = async () => {
    try {
      heart ??= await Heart.open();
      await heart.beat(workers);
    } catch (error) {
      log.warn({ err: error }, "the job runner lost its heart; it gets another");
      await heart?.close();
      heart = null;
    }
    if (!stopped) waiting = setTimeout(beat, beatMs).unref();
  };
  beat();
  return async () => {
    stopped = true;
    clearTimeout(waiting);
    await heart?.close();
  };
}

class Heart {
  private readonly locked = new Set<string>();

  private constructor(private readonly client: Client) {}

  static async open(): Promise<Heart> {
    const client = new Client({ ...connection(), statement_timeout: 10_000 });
    // The next beat finds it dead; without a listener the process would end.
    client.on("error", () => {});
    await client.connect();
    return new Heart(client);
  }

  async beat(workers: readonly string[]) {
    for (const worker of workers) {
      if (this.locked.has(worker)) continue;
      await this.client.query("SELECT pg_advisory_lock(hashtext('jobs'), hashtext($1))", [worker]);
      this.locked.add(worker);
    }
    await this.client.query(freeJobsOfTheDead);
  }

  async close() {
    await this.client.end().catch(() => {});
  }
}

// A worker that has just begun may have a job before it has its lock.
const freeJobsOfTheDead = `
  SELECT jobs.force_unlock_workers(array_agg(worker))
  FROM (SELECT DISTINCT locked_by AS worker FROM jobs._private_jobs
    WHERE locked_at < now() - interval '15 seconds') AS busy
  WHERE NOT EXISTS (SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = (hashtext('jobs')::bigint & 4294967295)::oid
      AND objid = (hashtext(worker)::bigint & 4294967295)::oid)
  HAVING count(*) > 0`;
