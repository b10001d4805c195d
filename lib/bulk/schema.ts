import * as z from "zod";
import { dealEdit } from "../deal/edit/schema";
import { paymentEdit } from "../deal/payment/schema";

/** The most rows that can be picked by hand. */
const mostPicked = 10_000;

/** Rows picked one by one, or all that a list's address lets through, as its query says it. */
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
export type RowSelection = z.output<typeof selection>;

/** One change for many: of deals, or of payments. */
export const batchEdit = z.discriminatedUnion("kind", [...dealEdit.options, paymentEdit]);
export type BatchEdit = z.output<typeof batchEdit>;

export const previewInput = z.strictObject({ selection, edit: batchEdit });
export type PreviewInput = z.output<typeof previewInput>;

export const batchRef = z.strictObject({ id: z.uuid({ error: "This id is not valid" }) });
export type BatchRef = z.output<typeof batchRef>;
