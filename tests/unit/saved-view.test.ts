import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moved, onTopOf, tabAddress, viewText, withColumns } from "@/lib/view/saved/rules";

const text = (query: string) => viewText(new URLSearchParams(query));

const pairs = fc.array(
  fc.tuple(
    fc.constantFrom("from", "to", "q", "sort", "columns", "type", "after", "limit", "tab", "view"),
    fc.string({ unit: "binary", maxLength: 6 }),
  ),
  { maxLength: 12 },
);

describe("what a view holds of an address", () => {
  test("is said in the same words again", () =>
    fc.assert(
      fc.property(pairs, (asked) => {
        const once = viewText(new URLSearchParams(asked));
        expect(text(once)).toBe(once);
      }),
    ));

  test("does not depend on the order of the filters", () =>
    fc.assert(
      fc.property(pairs, (asked) => {
        const filters = asked.filter(([key]) => key !== "columns" && key !== "sort");
        const turned = new URLSearchParams([...filters].reverse());
        expect(viewText(turned)).toBe(viewText(new URLSearchParams(filters)));
      }),
    ));

  test.each([
    ["columns=title&columns=paid", "columns=paid&columns=title", false],
    ["from=CN&from=JP", "from=JP&from=CN", true],
    ["from=CN", "from=CN&from=CN&q=&after=x&limit=10&tab=all", true],
    ["from=CN", "from=CN&sort=title", false],
    ["q=A", "q=a", false],
    ["q=ア", "q=%E3%82%A2", true],
  ])("%s and %s are the same: %s", (one, other, same) => {
    expect(text(one) === text(other)).toBe(same);
  });
});

test.each([
  ["from=CN&to=JP", { to: "US" }, "from=CN&to=US"],
  ["from=CN&to=JP", { to: "" }, "from=CN"],
  ["from=CN", { from: ["JP", "KR"], sort: "title" }, "from=JP&from=KR&sort=title"],
  ["", { q: "武田" }, "q=%E6%AD%A6%E7%94%B0"],
])("on top of %s, %j gives %s", (view, given, whole) => {
  expect(onTopOf(view, given)).toBe(whole);
});

test("a tab's address holds the query as it is, also when there is none", () => {
  expect(tabAddress("deals", "from=CN", "1")).toBe("/deals?from=CN&tab=1");
  expect(tabAddress("deals", "", "all")).toBe("/deals?tab=all");
});

test.each([
  ["c", 0, "cabd"],
  ["c", 1, "acbd"],
  ["a", 3, "bcda"],
  ["b", 1, "abcd"],
])("moving %s to place %i gives %s and loses none", (id, to, order) => {
  expect(moved([..."abcd"], id, to).join("")).toBe(order);
});

test("a query names columns in their order, or none", () => {
  const named = withColumns("from=CN&columns=paid", ["title", "stage"]);
  expect(named).toBe("columns=title&columns=stage&from=CN");
  expect(withColumns(named, [])).toBe("from=CN");
});
