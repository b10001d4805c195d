import "server-only";
import type * as z from "zod";
import { importJob } from "@/lib/exchange/import/commands";
import type { Job } from "@/lib/job";
import { webhookJob } from "@/lib/people/webhook/commands";

/** What the server does beside answering. */
export const jobs: readonly Job<z.ZodType>[] = [importJob, webhookJob];
