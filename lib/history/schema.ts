import * as z from "zod";
import { paragraph } from "../text";

export const historyQuery = z.strictObject({
  entity: z.enum(["COMPANY", "ASSET", "DEAL", "SOURCE", "USER", "CURRENCY"]),
  entityId: z.uuid(),
  after: z.string().optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type HistoryQuery = z.input<typeof historyQuery>;

/** The number of a record's saves; what the column can't hold is no version of anything. */
export const recordVersion = z.int32().positive();

/** Why a record is withdrawn or purged: history keeps it. */
export const reason = z
  .string()
  .trim()
  .min(3, { error: "Give a reason, for the history" })
  .max(500, { error: "Keep the reason below 500 characters" })
  .pipe(paragraph(500));
