import { describe, expect, test } from "vitest";
import { commandOf, type Extent, type Move, moved, type Press } from "@/components/grid/keys";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...{ isComposing: false, keyCode: 0, ...more },
});

const move = (key: string, more?: Partial<Press>) => {
  const command = commandOf(press(key, more));
  return command?.ask === "move" ? command.move : null;
};

describe("a key of the grid", () => {
  test.each<[string, Partial<Press>, Move]>([
    ["ArrowDown", {}, "down"],
    ["j", {}, "down"],
    ["K", {}, "up"],
    ["Home", {}, "rowStart"],
    ["End", { ctrlKey: true }, "gridEnd"],
    ["Home", { metaKey: true }, "gridStart"],
    ["PageDown", {}, "pageDown"],
  ])("%s %o moves", (key, more, expected) => {
    expect(move(key, more)).toBe(expected);
  });

  test.each<[string, Partial<Press>, string | null]>([
    ["Enter", {}, "open"],
    ["x", {}, "select"],
    [" ", {}, "select"],
    [" ", { shiftKey: true }, "selectTo"],
    ["e", {}, "edit"],
    ["a", { ctrlKey: true }, "selectAll"],
    ["ArrowDown", { altKey: true }, "menu"],
    ["F10", { shiftKey: true }, "menu"],
    ["F2", {}, "enter"],
    ["Tab", {}, null],
    ["q", {}, null],
  ])("%s %o asks for %s", (key, more, ask) => {
    expect(commandOf(press(key, more))?.ask ?? null).toBe(ask);
  });

  test("leaves the browser's own shortcuts alone", () => {
    for (const key of ["e", "j", "x", "Enter", "c"]) {
      expect(commandOf(press(key, { ctrlKey: true }))).toBeNull();
      expect(commandOf(press(key, { altKey: true }))).toBeNull();
    }
  });

  test("does nothing while an input method composes", () => {
    for (const key of ["j", "k", "x", "e", "Enter", "ArrowDown", " "]) {
      expect(commandOf(press(key, { isComposing: true }))).toBeNull();
      expect(commandOf(press(key, { keyCode: 229 }))).toBeNull();
    }
  });

  test("with Shift an arrow takes the selection along", () => {
    expect(commandOf(press("ArrowDown", { shiftKey: true }))).toEqual({
      ...{ ask: "move", move: "down", extend: true },
    });
  });
});

describe("a move", () => {
  const extent: Extent = { rows: 100, columns: 9, page: 20 };

  test("stops at every edge", () => {
    expect(moved({ row: 99, column: 8 }, "down", extent)).toEqual({ row: 99, column: 8 });
    expect(moved({ row: 99, column: 8 }, "right", extent)).toEqual({ row: 99, column: 8 });
    expect(moved({ row: 3, column: 0 }, "left", extent)).toEqual({ row: 3, column: 0 });
    expect(moved({ row: 90, column: 2 }, "pageDown", extent)).toEqual({ row: 99, column: 2 });
    expect(moved({ row: 5, column: 2 }, "pageUp", extent)).toEqual({ row: 0, column: 2 });
  });

  test("upwards from the first row leads to the head, and down again", () => {
    expect(moved({ row: 0, column: 4 }, "up", extent)).toEqual({ row: -1, column: 4 });
    expect(moved({ row: -1, column: 4 }, "down", extent)).toEqual({ row: 0, column: 4 });
  });

  test("to the start or end of the grid leads to a row of it", () => {
    expect(moved({ row: 50, column: 4 }, "gridStart", extent)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 50, column: 4 }, "gridEnd", extent)).toEqual({ row: 99, column: 8 });
  });

  test("keeps to the head where there are no rows", () => {
    const empty = { ...extent, rows: 0 };
    for (const by of ["down", "pageDown", "gridEnd"] as const) {
      expect(moved({ row: -1, column: 1 }, by, empty).row).toBeLessThanOrEqual(0);
    }
  });
});
