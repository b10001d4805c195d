import * as z from "zod";

/** The value of an Idempotency-Key header: a name for one request, by whoever sends it. */
export const onceKey = z.string().regex(/^[\x21-\x7e]{1,255}$/, {
  error: "Use 1 to 255 printable ASCII characters without blanks",
});
