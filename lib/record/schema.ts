import * as z from "zod";
import { reason, recordVersion } from "../history/schema";

/** Which record, as the person saw it. */
export const recordRef = z.strictObject({
  id: z.uuid({ error: "This id is not valid" }),
  version: recordVersion,
});

export const withdrawInput = recordRef.extend({ reason });
export type WithdrawInput = z.output<typeof withdrawInput>;
export type RecordRef = z.output<typeof recordRef>;
