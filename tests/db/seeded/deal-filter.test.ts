import { afterEach, describe, expect, test, vi } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { emptiable, parseDealFilter } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { deals } from "@/lib/exchange/deal/queries";
import { parseExport } from "@/lib/exchange/schema";
import { is } from "../../support/is";

const ctx = scriptContext("test");

async function found(query: Query) {
  const { filter, problems } = parseDealFilter({ limit: "500", ...query });
  expect(problems).toEqual([]);
  return (await listDeals(ctx, filter)).items;
}

const slugs = async (query: Query) => (await found(query)).map(({ slug }) => slug).sort();
const both = (a: string[], b: string[]) => [...new Set([...a, ...b])].sort();

describe("what is empty", () => {
  test.each(emptiable)("by %s is everything that is not filled", async (name) => {
    const [empty, filled] = [await slugs({ empty: name }), await slugs({ filled: name })];
    expect(empty.filter((slug) => filled.includes(slug))).toEqual([]);
    expect(both(empty, filled)).toEqual(await slugs({}));
    expect(filled.length).toBeGreaterThan(0);
  });

  test("is what the table shows nothing for", async () => {
    for (const { upfront } of await found({ empty: "upfront" })) {
      expect(["NOT_RESEARCHED", "UNDISCLOSED"]).toContain(upfront.disclosure);
    }
    for (const { stage, indications } of await found({ empty: ["stage", "indication"] })) {
      expect({ stage, indications }).toEqual({ stage: null, indications: [] });
    }
  });

  test("does not hold what a source says there is none of", async () => {
    const denied = (await found({})).filter(({ upfront }) => upfront.disclosure === "NONE");
    const filled = await slugs({ filled: "upfront" });
    for (const { slug } of denied) expect(filled).toContain(slug);
  });
});

describe("match=any", () => {
  test("joins filters, and each empty column, by or", async () => {
    const [korean, paid] = [await slugs({ from: "KR" }), await slugs({ empty: "target" })];
    expect(await slugs({ match: "any", from: "KR", empty: "target" })).toEqual(both(korean, paid));
    const [stage, closed] = [await slugs({ empty: "stage" }), await slugs({ empty: "closed_on" })];
    expect(await slugs({ match: "any", empty: ["stage", "closed_on"] })).toEqual(
      both(stage, closed),
    );
  });

  test("keeps a range and the search whole", async () => {
    const year = { announced_from: "2021", announced_to: "2021" };
    expect(await slugs({ match: "any", ...year })).toEqual(await slugs(year));
    const searched = await slugs({ q: "takeda" });
    const any = await slugs({ match: "any", q: "takeda", from: "CN", type: "ACQUISITION" });
    expect(any.length).toBeGreaterThan(0);
    expect(searched).toEqual(expect.arrayContaining(any));
  });

  test("never adds to the deals that were picked", async () => {
    const [one, two] = await found({ from: "CN", limit: "2" });
    const id = [is(one).id, is(two).id];
    expect(await slugs({ match: "any", id, from: "CN", to: "US" })).toEqual(
      [is(one).slug, is(two).slug].sort(),
    );
  });

  test("of nothing is everything", async () => {
    expect(await slugs({ match: "any" })).toHaveLength(114);
  });
});

describe("a date that moves with today", () => {
  afterEach(() => vi.useRealTimers());

  test.each([
    ["2024-06-30", { announced_from: "this-year" }, { announced_from: "2024" }],
    ["2024-06-30", { announced_to: "last-year" }, { announced_to: "2023" }],
    [
      "2024-06-30",
      { announced_from: "-6m", announced_to: "today" },
      { announced_from: "2023-12-30", announced_to: "2024-06-30" },
    ],
  ])("on %s, %o are the deals of %o", async (day, moving, fixed) => {
    vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
    const expected = await slugs(fixed);
    expect(expected.length).toBeGreaterThan(0);
    expect(await slugs(moving)).toEqual(expected);
  });
});

const hostile = [
  "'); --",
  '"',
  "%",
  "_",
  "\\",
  "-1",
  "1e999",
  "NaN",
  "Infinity",
  "0000",
  "9999",
  "9999-12-31",
  "-9999y",
  "+9999m",
  "x".repeat(10_000),
  "a\0b",
  "\u0007",
  "\u202Eabc",
  "\u200F",
  "\uD800",
];
const values = [
  ...["q", "type", "status", "stage", "modality", "indication", "target", "company", "licensor"],
  ...[
    "licensee",
    "country",
    "from",
    "to",
    "announced_from",
    "announced_to",
    "currency",
    "disclosed",
  ],
  ...["upfront_min", "upfront_max", "headline_min", "headline_max", "has_conflict", "empty"],
  ...[
    "filled",
    "match",
    "sort",
    "after",
    "limit",
    "view",
    "columns",
    "as_of",
    "__proto__",
    "toString",
  ],
];

describe.each(values)("%s", (key) => {
  test.each(hostile)("takes %j for itself or is named as wrong, and never fails", async (value) => {
    const query = Object.fromEntries([[key, value]]);
    const { filter, problems } = parseDealFilter(query);
    const read = key === "after" ? filter.place : Object.getOwnPropertyDescriptor(filter, key);
    expect(problems.map(({ path }) => path)).toEqual(read ? [] : [key]);
    if (read) {
      await listDeals(ctx, filter);
      await countDeals(ctx, filter);
      await countDealFacets(ctx, filter);
    } else if (!["after", "limit", "columns", "view"].includes(key)) {
      expect(() => parseExport(query, deals, "csv")).toThrow("Some filters are not valid");
    }
  });

  test("named twice, or with a hundred and one values, is no failure", async () => {
    for (const many of [["CN", "CN"], Array.from({ length: 101 }, (_, n) => `x${n}`)]) {
      const { filter } = parseDealFilter(Object.fromEntries([[key, many]]));
      await listDeals(ctx, filter);
    }
  });
});
