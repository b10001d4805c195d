import { importJob } from "@/lib/exchange/import/commands";
import { runWaitingJobs } from "@/lib/worker";

// A server that does what waits, for a test to kill.
process.send?.("ready");
await runWaitingJobs([importJob]);
process.send?.("done");
process.exit(0);
