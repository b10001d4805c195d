import { describe, expect, test } from "vitest";
import * as z from "zod";
import { countDeals, estimateDeals } from "@/lib/catalogue/deal/count/queries";
import { dealFacets } from "@/lib/catalogue/deal/facet/dto";
import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { type DealFilter, parseDealFilter, sorts } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { sql } from "@/lib/sql";
import { is } from "../../support/is";

const ctx = scriptContext("test");

const placeIn = (text: string | null) =>
  decodeCursor(z.tuple([z.string(), z.string(), z.string().nullable(), z.string()]), is(text));

function filterOf(query: Query): DealFilter {
  const { filter, problems } = parseDealFilter(query);
  expect(problems).toEqual([]);
  return filter;
}

async function slugs(query: Query) {
  const filter = filterOf({ limit: "500", ...query });
  const { items } = await listDeals(ctx, filter);
  expect(items).toHaveLength(await countDeals(ctx, filter));
  return items.map(({ slug }) => slug);
}

describe("the table of deals", () => {
  test.each(["和黄", "武田", "takeda fruquintinib", "ﾀｹﾀﾞ", "HMPL-013", "フルキンチニブ"])(
    "is searched for %s without a fault",
    async (q) => {
      await slugs({ q });
    },
  );

  test.each(["和黄", "武田", "Fruzaqla", "hmpl-013", "ＨＵＴＣＨＭＥＤ VEGFR1"])(
    "finds fruquintinib by %s",
    async (q) => {
      expect(await slugs({ q })).toContain("takeda-hutchmed-fruquintinib-2023");
    },
  );

  const hostile = [
    "'); --",
    '"',
    "%",
    "_",
    "\\",
    "％",
    "＿",
    "＼",
    "a%b",
    "'; DROP TABLE deal; --",
  ];
  const keys = ["q", "indication", "target"];
  test.each(hostile.flatMap((text) => keys.map((key) => [key, text])))(
    "%s takes %s for itself and nothing more",
    async (key, text) => {
      const found = await slugs({ [key as string]: text as string });
      expect(found.length).toBeLessThan(114);
    },
  );

  test.each([
    "type",
    "company",
    "from",
    "announced_from",
    "upfront_min",
    "sort",
    "limit",
    "as_of",
    "nonsense",
  ])("names %s when its value is wrong", (key) => {
    const { filter, problems } = parseDealFilter({ [key]: "'); --" });
    expect(filter).toEqual({});
    expect(problems.map(({ path }) => path)).toEqual([key]);
  });

  test("is narrowed by what each filter says", async () => {
    const golden = "takeda-hutchmed-fruquintinib-2023";
    expect(await slugs({ licensor: "hutchmed", licensee: "takeda" })).toEqual([golden]);
    expect(
      await slugs({ from: "CN", to: "JP", upfront_min: "400m", upfront_max: "US$400m" }),
    ).toContain(golden);
    expect(
      await slugs({
        announced_from: "2023-01",
        announced_to: "2023-01",
        modality: "SMALL_MOLECULE",
      }),
    ).toContain(golden);
    expect(await slugs({ licensor: "takeda", company: "hutchmed" })).toEqual([]);
  });

  test.each(Object.keys(sorts).flatMap((key) => [key, `-${key}`]))(
    "sorted by %s is walked page by page, each row once, and back",
    async (sort) => {
      const all = await slugs({ sort });
      const walk = async (after: string | null, way: "next" | "previous") => {
        const seen: string[][] = [];
        let last: string | null = null;
        for (let place = after; place !== null || seen.length === 0; ) {
          const page = await listDeals(
            ctx,
            filterOf({ sort, limit: "17", ...(place && { after: place }) }),
          );
          seen.push(page.items.map(({ slug }) => slug));
          last = place;
          place = page[way];
        }
        return { seen, last };
      };
      const forward = await walk(null, "next");
      expect(forward.seen.flat()).toEqual(all);
      const back = await walk(forward.last, "previous");
      expect(back.seen.reverse().flat()).toEqual(all);
    },
  );

  test.each(Object.keys(sorts))(
    "sorted by %s starts anew, and says so, at a place that was made up",
    async (sort) => {
      const { items, next } = await listDeals(ctx, filterOf({ sort, limit: "3" }));
      const [way, , value, id] = placeIn(next);
      const wrong = [
        "x",
        encodeCursor([]),
        encodeCursor([way, `-${sort}`, value, id]),
        encodeCursor([way, sort, "a\0b", id]),
        encodeCursor([way, sort, value, "'); --"]),
        ...(["title", "licensor", "licensee", "corridor"].includes(sort)
          ? []
          : [encodeCursor([way, sort, "'); --", id])]),
      ];
      for (const after of wrong) {
        const { filter, problems } = parseDealFilter({ sort, limit: "3", after });
        expect(problems.map(({ path }) => path)).toEqual(["after"]);
        expect((await listDeals(ctx, filter)).items).toEqual(items);
      }
    },
  );

  test.each(dealFacets)("counts the facet %s as the table would show its values", async (facet) => {
    const others = facet === "from" ? { announced_from: "2019" } : { from: ["CN", "KR"] };
    const facets = await countDealFacets(ctx, filterOf({ ...others, [facet]: undefined }));
    expect(facets[facet].length).toBeGreaterThan(1);
    for (const { value, count } of facets[facet]) {
      const shown = await slugs({ ...others, [facet]: value });
      expect({ value, count: shown.length }).toEqual({ value, count });
    }
  });

  test("counts anew as soon as something is written", async () => {
    const [deal] = await sql<{ id: string; status: string }[]>`
      SELECT id, status FROM deal_row WHERE status = 'ACTIVE' LIMIT 1`;
    const active = async () => {
      const { status } = await countDealFacets(ctx, {});
      const total = await countDeals(ctx, filterOf({ status: "ACTIVE" }));
      return { facet: status.find(({ value }) => value === "ACTIVE")?.count, total };
    };
    const before = await active();
    await sql`UPDATE deal_row SET status = 'EXPIRED' WHERE id = ${is(deal).id}`;
    const less = { facet: is(before.facet) - 1, total: before.total - 1 };
    expect(await active()).toEqual(less);
    await sql`UPDATE deal_row SET status = 'ACTIVE' WHERE id = ${is(deal).id}`;
    expect(await active()).toEqual(before);
  });

  test("says a count that is cheap without a guess", async () => {
    const filter = filterOf({ from: "CN", upfront_min: "50m" });
    const count = await countDeals(ctx, filter);
    expect(await estimateDeals(ctx, filter)).toEqual({ count, exact: true });
  });

  test.each(["licensor", "licensee"])(
    "sorted by %s has deals without one last, both ways",
    async (sort) => {
      for (const way of [sort, `-${sort}`]) {
        const { items } = await listDeals(ctx, filterOf({ sort: way, limit: "500" }));
        const side = sort === "licensor" ? "giving" : "taking";
        const has = items.map(({ parties }) => parties.some((party) => party.side === side));
        expect(has).toContain(false);
        expect(has.lastIndexOf(true)).toBeLessThan(has.indexOf(false));
      }
    },
  );
});
