import * as z from "zod";
import { reason } from "../history/schema";

/** The number of a record's saves; what the column can't hold is no version of anything. */
export const recordVersion = z.int32().positive();

/** Which record, as the person saw it. */
export const recordRef = z.strictObject({
  id: z.uuid({ error: "This id is not valid" }),
  version: recordVersion,
});

export const withdrawInput = recordRef.extend({ reason });
export type WithdrawInput = z.output<typeof withdrawInput>;
export type RecordRef = z.output<typeof recordRef>;
