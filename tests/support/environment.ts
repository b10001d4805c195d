import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** One database a worker. */
    databaseUrls: string[];
  }
}

// Runs before the test file's own imports, which read the environment once.
const urls = inject("databaseUrls");
const worker = Number(process.env.VITEST_POOL_ID ?? "1") - 1;

process.env.DATABASE_URL = urls[worker % urls.length];
process.env.DATABASE_POOL = "4";
process.env.NEXTAUTH_URL = "http://localhost:3000";
process.env.NEXTAUTH_SECRET = "a secret for tests only, thirty-two characters or more";
process.env.LOG_LEVEL = "silent";
// A test's own receiver is on this machine.
process.env.WEBHOOK_PRIVATE = "1";
