import type { Instrumentation } from "next";
import { log } from "@/lib/log";
import { requestIdHeader } from "@/lib/request";

/**
 * Importing the log imports the environment, so that a bad one stops the start with its reasons.
 * What a page or an action threw that nobody can act on is logged here; the visitor sees the digest.
 */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log.error(
    {
      err: error,
      digest,
      reference: request.headers[requestIdHeader],
      method: request.method,
      route: context.routePath,
    },
    "a request failed",
  );
};

/** Before the first request: from here on every request knows its peer, and has a path that can be read. */
export async function register(): Promise<void> {
  // Next bundles this file for the edge too, where there are no sockets; the test cuts the import out.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { watchPeerAddresses } = await import("@/lib/client-address");
    watchPeerAddresses();
    const { mendAddresses } = await import("@/lib/undecodable-address");
    mendAddresses();
    const [{ startWorker }, { jobs }] = await Promise.all([
      import("@/lib/worker"),
      import("@/app/jobs"),
    ]);
    const stop = startWorker(jobs);
    process.once("SIGTERM", stop);
  }
}
