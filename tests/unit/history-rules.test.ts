import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween, type Json, reversed } from "@/lib/history/rules";
import { applyChanges } from "@/lib/record/merge/rules";

describe("what changed between two documents", () => {
  test("is told field by field, rows of a list by their id", () => {
    const before = {
      title: "A",
      terms: [
        { id: "t1", max: "10" },
        { id: "t2", max: "5" },
      ],
    };
    const after = {
      title: "B",
      terms: [
        { id: "t1", max: "12" },
        { id: "t3", max: "7" },
      ],
    };
    expect(changesBetween(before, after)).toEqual([
      { path: "title", before: "A", after: "B" },
      { path: "terms.t1.max", before: "10", after: "12" },
      { path: "terms.t2", before: { id: "t2", max: "5" }, after: null },
      { path: "terms.t3", before: null, after: { id: "t3", max: "7" } },
    ]);
  });

  test("names a new order of the same rows", () => {
    const rows = (...ids: string[]) => ({ parties: ids.map((id) => ({ id })) });
    expect(changesBetween(rows("a", "b"), rows("b", "a"))).toEqual([
      { path: "parties.order", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  test("does not tell of what was empty and is", () => {
    expect(changesBetween(null, { summary: null, tags: [], title: "A" })).toEqual([
      { path: "title", before: null, after: "A" },
    ]);
  });

  const doc = fc.dictionary(
    fc.constantFrom("title", "status", "tags"),
    fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())) as fc.Arbitrary<Json>,
  );

  test("is nothing for the same document, and is turned round by going back", () => {
    fc.assert(
      fc.property(doc, doc, (a, b) => {
        expect(changesBetween(a, structuredClone(a))).toEqual([]);
        const back = changesBetween(b, a).map((c) => ({
          path: c.path,
          before: c.after,
          after: c.before,
        }));
        const byPath = (x: { path: string }, y: { path: string }) => x.path.localeCompare(y.path);
        expect(back.sort(byPath)).toEqual(changesBetween(a, b).sort(byPath));
      }),
    );
  });

  const row = fc.record({ id: fc.constantFrom("a", "b", "c", "d", "e"), max: fc.string() });
  const rows = fc.uniqueArray(row, { selector: ({ id }) => id });
  const record = fc.record({ title: fc.string(), terms: rows, parties: rows });

  test("undone gives the document that was, its rows in their order", () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(applyChanges(after, reversed(changesBetween(before, after)))).toEqual(before);
      }),
    );
  });
});
