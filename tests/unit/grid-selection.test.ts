import { expect, test } from "vitest";
import { extendTo, nothingTicked, sizeOf, toggle } from "@/components/grid/selection";

const order = ["a", "b", "c", "d", "e"];

test("a row is ticked and let go", () => {
  const one = toggle(nothingTicked, "b");
  expect([...one.ids]).toEqual(["b"]);
  expect([...toggle(one, "b").ids]).toEqual([]);
});

test("a range goes from the last ticked row, whichever way", () => {
  expect([...extendTo(toggle(nothingTicked, "d"), "b", order).ids].sort()).toEqual(["b", "c", "d"]);
  expect([...extendTo(toggle(nothingTicked, "b"), "d", order).ids].sort()).toEqual(["b", "c", "d"]);
});

test("a longer range keeps its start", () => {
  const first = extendTo(toggle(nothingTicked, "b"), "c", order);
  expect([...extendTo(first, "e", order).ids].sort()).toEqual(["b", "c", "d", "e"]);
});

test("a range whose start has gone from the list is its end alone", () => {
  expect([...extendTo(toggle(nothingTicked, "gone"), "c", order).ids]).toEqual(["gone", "c"]);
});

test("all that match are as many as the query counts", () => {
  expect(sizeOf({ kind: "matching", query: "from=CN", count: 214 })).toBe(214);
  expect(sizeOf({ kind: "ids", ids: ["a", "b"] })).toBe(2);
});
