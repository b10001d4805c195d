import * as z from "zod";
import { recordVersion } from "../../history/schema";
import { recordRef } from "../schema";

/** A record as the person saw it, and the version to bring back. */
export const restoreVersionInput = recordRef.extend({ to: recordVersion });
export type RestoreVersionInput = z.output<typeof restoreVersionInput>;

/** What a history page's address asks: two versions to compare, or the day whose knowledge is wanted. */
export const versionKeys = {
  from: z.coerce.number().pipe(recordVersion),
  to: z.coerce.number().pipe(recordVersion),
  known: z.iso.date(),
};
