import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "./env";
import { AppError } from "./errors";

/**
 * In memory, for there is one server: a count kept in the database would be a write for each request, and end
 * what is kept while nothing is written (decision 0095).
 */
let calls: RateLimiterMemory | undefined;

/** Counts one request of a caller. @throws AppError LIMITED above the limit of a minute */
export async function countCall(caller: string): Promise<void> {
  // A build, which evaluates this too, has no environment.
  calls ??= new RateLimiterMemory({ points: env.API_RATE_LIMIT, duration: 60 });
  try {
    await calls.consume(caller);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new AppError("LIMITED", "Too many requests; wait {seconds} seconds and try again", {
      values: { seconds: Math.max(Math.ceil(reason.msBeforeNext / 1000), 1) },
    });
  }
}
