import * as z from "zod";
import { reason } from "../../history/schema";
import { recordRef } from "../../record/schema";

export const mergeNoun = z.enum(["COMPANY", "ASSET", "DEAL"]);

/** Two records as the person saw them: `merged` goes, `kept` takes its place. */
export const mergeInput = z.strictObject({
  noun: mergeNoun,
  kept: recordRef,
  merged: recordRef,
  reason,
});
export type MergeInput = z.output<typeof mergeInput>;

export const mergeRef = z.strictObject({ id: z.uuid({ error: "This id is not valid" }) });
export type MergeRef = z.output<typeof mergeRef>;

export const pairInput = z.strictObject({
  noun: mergeNoun,
  ids: z.tuple([z.uuid(), z.uuid()]),
});
export type PairInput = z.output<typeof pairInput>;
