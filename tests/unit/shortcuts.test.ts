import { describe, expect, test } from "vitest";
import { wishOf } from "@/components/keyboard/shortcuts";

const plain = { ctrlKey: false, metaKey: false, altKey: false };
const ready = { typing: false, singleKeys: true, prefixed: false };

describe("a key of every page", () => {
  test.each([
    ["/", { do: "search" }],
    ["?", { do: "keys" }],
    ["c", { do: "go", href: "/deals/new" }],
    ["g", { do: "prefix" }],
    ["x", null],
    ["C", null],
  ])("%s alone", (key, wish) => {
    expect(wishOf({ key, ...plain }, ready)).toEqual(wish);
  });

  test.each([
    ["d", "/deals"],
    ["c", "/companies"],
    ["a", "/assets"],
    ["m", "/milestones"],
    ["o", "/"],
  ])("g %s goes to %s", (key, href) => {
    expect(wishOf({ key, ...plain }, { ...ready, prefixed: true })).toEqual({ do: "go", href });
  });

  test("an unknown letter after g goes nowhere", () => {
    expect(wishOf({ key: "/", ...plain }, { ...ready, prefixed: true })).toBeNull();
  });

  test.each([
    ["while typing", { ...ready, typing: true }],
    ["when single keys are off", { ...ready, singleKeys: false }],
  ])("is nothing %s, but the palette still comes", (_, state) => {
    for (const key of ["/", "?", "c", "g"]) expect(wishOf({ key, ...plain }, state)).toBeNull();
    expect(wishOf({ key: "k", ...plain, metaKey: true }, state)).toEqual({ do: "palette" });
    expect(wishOf({ key: "K", ...plain, ctrlKey: true }, state)).toEqual({ do: "palette" });
  });

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    "is the browser's with %o",
    (held) => {
      for (const key of ["/", "c", "g"]) {
        expect(wishOf({ key, ...plain, ...held }, ready)).toBeNull();
      }
    },
  );
});
