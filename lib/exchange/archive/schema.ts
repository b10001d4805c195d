import * as z from "zod";

/** What an archive says of each of its files: by it, each can be checked. */
export const archiveReceipt = z.object({
  schema_version: z.literal("1"),
  taken_at: z.string(),
  files: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]{1,40}\.(csv|json)$/),
      rows: z.int().nonnegative().nullable(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type ArchiveReceipt = z.output<typeof archiveReceipt>;

export const receiptName = "receipt.json";
export const packageName = "datapackage.json";
