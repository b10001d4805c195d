import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "@/components/grid/packed";

test("what is packed comes back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(unpack(pack(plain))).toEqual(plain);
    }),
  );
});

test("the keys of a hundred rows are told once", () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({
    id: n,
    paid: { currency: "USD", max: "1" },
  }));
  expect(pack(rows).match(/currency/g)).toHaveLength(1);
  expect(pack(rows).length).toBeLessThan(JSON.stringify(rows).length / 2);
});
