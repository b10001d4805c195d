import * as z from "zod";
import { recordRef } from "../schema";

const number = z.number().int().positive();

/** A record as the person saw it, and the version to bring back. */
export const restoreVersionInput = recordRef.extend({ to: number });
export type RestoreVersionInput = z.output<typeof restoreVersionInput>;

/** What a history page's address asks: two versions to compare, or the day whose knowledge is wanted. */
export const versionKeys = {
  from: z.coerce.number().pipe(number),
  to: z.coerce.number().pipe(number),
  known: z.iso.date(),
};
