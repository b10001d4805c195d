import * as z from "zod";
import { dealEdit } from "../deal/edit/schema";

/** The most deals that can be picked by hand. */
const mostPicked = 10_000;

/** Deals picked one by one, or all that a list's address lets through, as its query says it. */
export const selection = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ids"),
    ids: z
      .array(z.uuid({ error: "This id is not valid" }))
      .min(1)
      .max(mostPicked),
  }),
  z.strictObject({
    kind: z.literal("matching"),
    query: z.string().max(20_000),
    /** How many the person saw; what is changed is what the preview found. */
    count: z.number().int().nonnegative(),
  }),
]);
export type DealSelection = z.output<typeof selection>;

export const previewInput = z.strictObject({ selection, edit: dealEdit });
export type PreviewInput = z.output<typeof previewInput>;

export const batchRef = z.strictObject({ id: z.uuid({ error: "This id is not valid" }) });
export type BatchRef = z.output<typeof batchRef>;
