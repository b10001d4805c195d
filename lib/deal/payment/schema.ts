import * as z from "zod";
import { partialDate } from "../../partial-date";
import { blankAsNull, optionalParagraph } from "../../text";

/** One change for many payments: each is triggered, on a day where it is known. */
export const paymentEdit = z.strictObject({
  kind: z.literal("trigger"),
  on: blankAsNull(partialDate),
  note: optionalParagraph(1000),
});
export type PaymentEdit = z.output<typeof paymentEdit>;
