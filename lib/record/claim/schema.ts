import * as z from "zod";
import { reason } from "../../history/schema";
import { claimInput, sourceInput } from "../../source/schema";
import { recordRef } from "../schema";

/** What becomes of a claim. A withdrawn one leaves the record; its history keeps it. */
export const claimVerdicts = ["ACCEPTED", "REJECTED", "WITHDRAWN"] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** What becomes of the claims that say something else: wrong, or true until something changed. */
export const defeats = ["REJECTED", "SUPERSEDED"] as const;
export type Defeat = (typeof defeats)[number];

/** One claim of a record, judged by somebody who saw that version of it. */
export const claimJudgement = recordRef.extend({
  claimId: z.uuid({ error: "This id is not valid" }),
  verdict: z.enum(claimVerdicts),
  others: z.enum(defeats).default("REJECTED"),
  reason,
});
export type ClaimJudgement = z.output<typeof claimJudgement>;
export type ClaimJudgementRequest = z.input<typeof claimJudgement>;

/** A source says something of a field: the document is one of the catalogue, or a new one. */
export const claimAddition = recordRef.extend({
  ...claimInput.pick({ field: true, value: true, quote: true, note: true }).shape,
  sourceId: z.uuid({ error: "Choose the source of this claim" }).nullable(),
  source: sourceInput.nullable(),
});
export type ClaimAddition = z.output<typeof claimAddition>;
export type ClaimAdditionRequest = z.input<typeof claimAddition>;
