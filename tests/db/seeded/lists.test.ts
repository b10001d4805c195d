import { describe, expect, test } from "vitest";
import { listAssets } from "@/lib/catalogue/asset/queries";
import { parseAssetFilter } from "@/lib/catalogue/asset/schema";
import { listCompanies } from "@/lib/catalogue/company/queries";
import { parseCompanyFilter } from "@/lib/catalogue/company/schema";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { totalMilestones } from "@/lib/catalogue/milestone/total/queries";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { sql } from "@/lib/sql";
import { is } from "../../support/is";

const ctx = scriptContext("test");

/** The three lists that share their frame, by what they read and parse. */
const lists = {
  companies: (query: Query) => listCompanies(ctx, parseCompanyFilter(query).filter),
  assets: (query: Query) => listAssets(ctx, parseAssetFilter(query).filter),
  milestones: (query: Query) => listMilestones(ctx, parseMilestoneFilter(query).filter),
};
type List = keyof typeof lists;
const every: List[] = ["companies", "assets", "milestones"];

async function ids(list: List, query: Query) {
  const page = await lists[list]({ limit: "500", ...query });
  return page.items.map(({ id }) => id);
}

describe.each(every)("the list of %s", (list) => {
  test("is walked page by page, each row once, and back", async () => {
    const all = await ids(list, {});
    const pages: string[][] = [];
    let place: string | null = null;
    let last: string | null = null;
    do {
      const after: string | undefined = place ?? undefined;
      const page: Awaited<ReturnType<(typeof lists)[List]>> = await lists[list]({
        limit: "41",
        after,
      });
      pages.push(page.items.map(({ id }) => id));
      last = place;
      place = page.next;
    } while (place);
    expect(pages.flat()).toEqual(all);
    const before = await lists[list]({ limit: "41", after: last ?? undefined });
    const back = await lists[list]({
      limit: "41",
      after: before.previous ?? undefined,
    });
    expect(back.items.map(({ id }) => id)).toEqual(pages.at(-2) ?? pages[0]);
  });

  test.each(["'); --", '"', "%", "_", "\\", "％", "＿", "＼"])(
    "takes %s in a search for itself",
    async (q) => {
      const found = await lists[list]({ q });
      expect(found.total).toBeLessThan((await lists[list]({})).total);
    },
  );
});

describe("a company", () => {
  test.each([
    "和黄",
    "武田",
    "エーザイ",
    "百力司康",
    "Hutchison China MediTech",
    "HKEX:13",
    "ＨＵＴＣＨＭＥＤ",
  ])("is found by %s", async (q) => {
    expect((await lists.companies({ q })).total).toBeGreaterThan(0);
  });

  test("counts the deals that its links list", async () => {
    const { items } = await lists.companies({ q: "HUTCHMED" });
    expect(items[0]).toMatchObject({ slug: "hutchmed", native: "和黄医药", lang: "zh-Hans" });
    expect(items[0]?.given).toBeGreaterThan(0);
  });
});

describe("an asset", () => {
  test.each(["fruzaqla", "HMPL-013", "VEGFR2"])("is found by %s", async (q) => {
    const { items } = await lists.assets({ q });
    expect(items.map(({ slug }) => slug)).toContain("fruquintinib");
  });
});

describe("payments", () => {
  const deal = "takeda-hutchmed-fruquintinib-2023";

  test("add up currency by currency, what is undisclosed counted and never 0", async () => {
    const sums = async (query: Query) =>
      (await totalMilestones(ctx, parseMilestoneFilter(query).filter)).sums.map(
        ({ total: { currency, min, max, disclosed, of } }) =>
          `${currency} ${min}–${max}, ${disclosed} of ${of}`,
      );
    // What was drawn from the pool of 730M is part of it where the pool is listed, and counts where it is not.
    expect(await sums({ deal })).toEqual(["USD 400000000–1130000000, 2 of 2"]);
    expect(await sums({ deal, state: "PAID" })).toEqual(["USD 435000000–435000000, 2 of 2"]);
    expect(await sums({ deal, state: "TRIGGERED" })).toEqual(["USD 30000000–null, 2 of 3"]);
  });

  test("say what is inside a sum, kind by kind", async () => {
    const { sums } = await totalMilestones(ctx, parseMilestoneFilter({ deal }).filter);
    expect(sums[0]?.parts.map(({ of, total }) => [of, total.min, total.max])).toEqual([
      ["UPFRONT", "400000000", "400000000"],
      ["MILESTONE_POOL", null, "730000000"],
    ]);
  });

  test("expected in a year may be due on any of its days", async () => {
    const [term] = await sql<{ id: string }[]>`
      SELECT id FROM payment_term WHERE state = 'CONTINGENT' AND kind <> 'HEADLINE' LIMIT 1`;
    const expected = (on: string | null, precision: string | null) => sql`
      UPDATE payment_term SET expected_on = ${on}, expected_precision = ${precision}
      WHERE id = ${is(term).id}`;
    await expected("2031-01-01", "YEAR");
    const due = async (from: string, to: string) =>
      (await lists.milestones({ due_from: from, due_to: to })).total;
    expect(await due("2031-06", "2031-06")).toBe(1);
    expect(await due("2032", "2032")).toBe(0);
    expect(await due("2030", "2030")).toBe(0);
    await expected(null, null);
  });
});
