import * as z from "zod";
import { recordVersion } from "../../history/schema";

/** The most that a draft may weigh, in bytes of UTF-8. */
export const draftLimit = 512 * 1024;

/** The address of a form without its leading slash: `deals/new`, `companies/hutchmed/edit`. */
export const draftForm = z
  .string()
  .regex(/^(deals|companies|assets|sources)\/(new|[a-z0-9-]{1,80}\/edit)$/, {
    error: "There is no such form",
  });

/**
 * What was typed, as the form itself writes and reads it. It is text to us: no rule holds for what is half
 * typed. The database has no room for NUL and half characters.
 */
const payload = z
  .string({ error: "This must be text" })
  .refine((text) => new TextEncoder().encode(text).length <= draftLimit, {
    error: "This draft is too large to keep",
  })
  .overwrite((text) => text.replaceAll("\0", "").replace(/\p{Cs}/gu, ""));

export const draftInput = z.strictObject({
  form: draftForm,
  /** The version of the record that is edited; null for a new one. */
  version: recordVersion.nullable(),
  payload,
});
export type DraftInput = z.output<typeof draftInput>;

export type Draft = { payload: string; version: number | null; updatedAt: string };
