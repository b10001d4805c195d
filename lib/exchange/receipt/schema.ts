import * as z from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Of a receipt, what a file can be held against. */
export const fileReceipt = z.object({
  format: z.enum(["csv", "xlsx", "ndjson"]),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256,
  taken_at: z.string(),
});
export type FileReceipt = z.output<typeof fileReceipt>;
