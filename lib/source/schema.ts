import * as z from "zod";
import { ClaimStatus, Grade, SourceKind } from "@/prisma/generated/enums";
import { recordVersion } from "../history/schema";
import { partialDate } from "../partial-date";
import { blankAsNull, languageTag, optionalLine, optionalWebAddress } from "../text";

const id = z.uuid({ error: "This id is not valid" });

/** A document: found again by its id or, else, by its address; created when neither is known. */
export const sourceInput = z
  .strictObject({
    id,
    kind: z.enum(SourceKind, { error: "Say what kind of source this is" }),
    publisher: optionalLine(200),
    title: optionalLine(500),
    url: optionalWebAddress,
    publishedOn: blankAsNull(partialDate),
    lang: blankAsNull(languageTag),
    grade: z.enum(Grade, { error: "Grade the source" }),
  })
  .refine((source) => source.url !== null || source.title !== null, {
    path: ["url"],
    error: "Give the source an address or a title",
  });
export type SourceInput = z.output<typeof sourceInput>;

/** A document as somebody saw it and changed it. */
export const sourceChange = sourceInput.safeExtend({ version: recordVersion });
export type SourceChange = z.output<typeof sourceChange>;

/** A document as its own form edits it: its address is its id. */
export type SourceDoc = SourceChange & { slug: string };

/** A source says a value of a field. `value` is text in the words of the field. */
export const claimInput = z.strictObject({
  id,
  field: z
    .string()
    .regex(/^[a-zA-Z]+(\.[0-9a-zA-Z-]+)*$/, { error: "Choose what the source supports" })
    .max(120),
  value: optionalLine(1000),
  sourceId: id,
  quote: optionalLine(500),
  note: optionalLine(1000),
  status: z.enum(ClaimStatus).default("PROPOSED"),
  reason: optionalLine(500),
});
export type ClaimInput = z.output<typeof claimInput>;

/** What a record rests on: part of the form, the file and the API shape of every noun. */
export const evidenceFields = {
  sources: z.array(sourceInput).max(200).default([]),
  claims: z.array(claimInput).max(1000).default([]),
};
export type Evidence = { sources: SourceInput[]; claims: ClaimInput[] };

export const noEvidence: Evidence = { sources: [], claims: [] };
