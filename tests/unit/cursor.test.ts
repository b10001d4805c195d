import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { decodeCursor, encodeCursor } from "@/lib/cursor";

const key = z.array(z.string().nullable());

describe("a place in a list", () => {
  test("comes back as it went, whatever its key holds", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ unit: "grapheme" }))), (parts) => {
        expect(decodeCursor(key, encodeCursor(parts))).toEqual(parts);
      }),
    );
  });

  test("that a stranger made up is refused, never trusted", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const decode = () => decodeCursor(z.tuple([z.iso.date(), z.uuid()]), text);
        expect(decode).toThrow("This place in the list is not valid; start again");
      }),
    );
  });
});
