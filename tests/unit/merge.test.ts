import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonDoc } from "@/lib/history/rules";
import { changesBetween } from "@/lib/history/rules";
import { applyChanges, mergeOf, takeMine } from "@/lib/record/merge/rules";

const base: JsonDoc = {
  title: "A deal",
  status: "ACTIVE",
  tags: ["one"],
  terms: [
    { id: "a", kind: "UPFRONT", min: "1", max: "1", currency: "USD", disclosure: "EXACT" },
    { id: "b", kind: "MILESTONE", min: null, max: null, currency: null, disclosure: "NONE" },
  ],
};

const terms = (change: (rows: JsonDoc[]) => JsonDoc[]): JsonDoc => ({
  ...base,
  terms: change(base.terms as JsonDoc[]),
});

test("changes of different fields stand beside each other", () => {
  const merge = mergeOf(base, { ...base, title: "Theirs" }, { ...base, status: "EXPIRED" });
  expect(merge.clashes).toEqual([]);
  expect(merge.onlyTheirs.map(({ path }) => path)).toEqual(["title"]);
  expect(merge.onlyMine.map(({ path }) => path)).toEqual(["status"]);
});

test("one field changed by both is asked about, unless both made it the same", () => {
  const clash = mergeOf(base, { ...base, title: "Theirs" }, { ...base, title: "Mine" });
  expect(clash.clashes.map(({ unit }) => unit)).toEqual(["title"]);
  const alike = mergeOf(base, { ...base, title: "Ours" }, { ...base, title: "Ours" });
  expect(alike).toEqual({ clashes: [], onlyTheirs: [], onlyMine: [] });
});

test("the bounds, currency and disclosure of an amount are one question", () => {
  const theirs = terms(([a, b]) => [{ ...a, currency: "JPY" }, { ...b }]);
  const mine = terms(([a, b]) => [{ ...a, min: "2", max: "2" }, { ...b }]);
  expect(mergeOf(base, theirs, mine).clashes.map(({ unit }) => unit)).toEqual(["terms.a.amount"]);
});

test("a row that one removed and the other edited is one question about the row", () => {
  const theirs = terms(([a]) => [{ ...a }]);
  const mine = terms(([a, b]) => [{ ...a }, { ...b, kind: "OTHER" }]);
  const { clashes } = mergeOf(base, theirs, mine);
  expect(clashes.map(({ unit }) => unit)).toEqual(["terms.b"]);
});

test("choosing mine brings back a row that theirs removed", () => {
  const theirs = terms(([a]) => [{ ...a }]);
  const mine = terms(([a, b]) => [{ ...a }, { ...b, kind: "OTHER" }]);
  const { clashes } = mergeOf(base, theirs, mine);
  expect(takeMine(theirs, mine, clashes)).toEqual(mine);
});

test("choosing mine of an amount takes all of it", () => {
  const theirs = terms(([a, b]) => [{ ...a, currency: "JPY" }, { ...b }]);
  const mine = terms(([a, b]) => [{ ...a, min: "2", max: "2" }, { ...b }]);
  expect(takeMine(theirs, mine, mergeOf(base, theirs, mine).clashes)).toEqual(mine);
});

const row = fc.record({ id: fc.constantFrom("a", "b", "c", "d"), x: fc.integer(), y: fc.string() });
const doc = fc.record({
  title: fc.string(),
  note: fc.option(fc.string()),
  tags: fc.array(fc.string(), { maxLength: 3 }),
  rows: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 }),
});

test("the changes between two documents turn the one into the other", () => {
  fc.assert(
    fc.property(doc, doc, (before, after) => {
      const made = applyChanges(before, changesBetween(before, after));
      const rest = changesBetween(made, after).filter(({ path }) => path !== "rows.order");
      expect(rest).toEqual([]);
    }),
  );
});

test("theirs with my choices holds everything that either side alone changed", () => {
  fc.assert(
    fc.property(doc, doc, doc, (start, theirs, mine) => {
      const { clashes, onlyTheirs, onlyMine } = mergeOf(start, theirs, mine);
      const made = takeMine(applyChanges(theirs, onlyMine), mine, clashes);
      const asked = (path: string) => clashes.some(({ unit }) => path.startsWith(unit));
      const order = ({ path }: { path: string }) => path !== "rows.order";
      const lost = (side: JsonDoc, own: typeof onlyMine) =>
        changesBetween(made, side)
          .filter(order)
          .filter(({ path }) => !asked(path) && own.some((change) => change.path === path));
      expect(lost(theirs, onlyTheirs)).toEqual([]);
      expect(lost(mine, onlyMine)).toEqual([]);
    }),
  );
});
