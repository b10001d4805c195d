import "server-only";
import type * as z from "zod";
import type { Ctx } from "./context";
import type { Json } from "./history/rules";

/** The runner's own tables; scripts/lib/jobs.mjs makes them. */
export const jobSchema = "jobs";

/** Work that is done after the answer, by a worker of this or another server: what it is told, and what it does. */
export type Job<S extends z.ZodType> = {
  name: string;
  payload: S;
  /** Runs again when it throws, later each time. To stop soon when `signal` says that the server ends. */
  run(payload: z.output<S>, signal: AbortSignal): Promise<void>;
};

export type JobOptions = {
  /** A job that waits under the same key is replaced: it runs once. */
  key?: string;
  runAt?: Date;
};

/**
 * Puts work in the queue, in the caller's transaction: it is done if that commits, soon after, and at least once,
 * for a server that dies in the middle leaves it to the next.
 */
export async function addJob(
  ctx: Ctx,
  name: string,
  payload: Json,
  { key, runAt }: JobOptions = {},
): Promise<void> {
  await ctx.db.$executeRaw`
    SELECT jobs.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
      job_key => ${key ?? null}, run_at => ${runAt ?? null}::timestamptz)`;
}
