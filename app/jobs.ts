import "server-only";
import type * as z from "zod";
import type { Job } from "@/lib/job";

/** What the server does beside answering. */
export const jobs: readonly Job<z.ZodType>[] = [];
