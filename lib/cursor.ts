import type * as z from "zod";
import { invalidField } from "./errors";

/** An opaque place in a list: the sort key of the last row. */
export function encodeCursor(key: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** Parsed by zod, for it comes from a stranger. */
export function decodeCursor<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch (cause) {
    throw Object.assign(invalidField("after", "This place in the list is not valid; start again"), {
      cause,
    });
  }
}
