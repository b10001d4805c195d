import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clampWidth,
  moveBy,
  moveTo,
  restingPlaces,
  type Shape,
  setShown,
  shownOf,
  usualLayout,
} from "@/components/grid/layout";

const shape: Shape = {
  name: "title",
  columns: ["day", "title", "type", "stage", "paid"].map((key) => ({ key, width: 100 })),
  usual: ["day", "title", "type"],
  pinned: ["title"],
};

describe("the columns that are shown", () => {
  test("are the usual ones, then the person's, and before all those of the address", () => {
    const own = { ...usualLayout, columns: ["title", "paid"] };
    expect(shownOf(shape, usualLayout)).toEqual(["day", "title", "type"]);
    expect(shownOf(shape, own)).toEqual(["title", "paid"]);
    expect(shownOf(shape, own, ["stage", "title"])).toEqual(["stage", "title"]);
  });

  test("always hold the name, and never what the table does not know", () => {
    const keys = fc.array(fc.constantFrom("day", "title", "type", "gone", "", "paid"));
    fc.assert(
      fc.property(keys, keys, (columns, asked) => {
        const shown = shownOf(shape, { ...usualLayout, columns }, asked);
        expect(shown).toContain("title");
        expect(shown).not.toContain("gone");
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });

  test("one that comes back takes its usual place", () => {
    expect(setShown(shape, ["day", "title", "paid"], "type", true)).toEqual([
      ...["day", "title", "type", "paid"],
    ]);
    expect(setShown(shape, ["title"], "day", true)).toEqual(["day", "title"]);
  });

  test("the name can't be hidden", () => {
    expect(setShown(shape, ["day", "title"], "title", false)).toEqual(["day", "title"]);
  });

  test("are moved one by one or dropped, and none is lost", () => {
    const shown = ["day", "title", "type"];
    expect(moveBy(shown, "day", 1)).toEqual(["title", "day", "type"]);
    expect(moveBy(shown, "day", -1)).toEqual(shown);
    expect(moveTo(shown, "type", "day")).toEqual(["type", "day", "title"]);
    expect(moveTo(shown, "day", "type")).toEqual(["title", "type", "day"]);
  });
});

test("a pinned column rests right of those pinned before it", () => {
  const places = restingPlaces(shape.columns, ["paid", "title"], 36);
  expect([...places]).toEqual([
    ["title", 36],
    ["paid", 136],
  ]);
});

test("a width stays within what can be read and reached", () => {
  expect([0, 47.9, 200.4, 5000].map(clampWidth)).toEqual([48, 48, 200, 960]);
});
