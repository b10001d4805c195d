import { describe, expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";
import { whole } from "@/lib/catalogue/schema";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { comparables } from "@/lib/insight/comparable/file/queries";
import { getComparables } from "@/lib/insight/comparable/queries";
import { parseComparables } from "@/lib/insight/comparable/schema";
import { deleteComparables, freezeComparables } from "@/lib/insight/comparable/set/commands";
import { getSet, listSets } from "@/lib/insight/comparable/set/queries";
import { sql } from "@/lib/sql";
import { rowsOf } from "../../support/exported";
import { is } from "../../support/is";
import { analyst, viewer } from "../../support/rolled-back";

const ctx = scriptContext("test");
const today = "2026-11-24";

const early = ["PHASE_1", "PHASE_1_2", "PHASE_2"] as const;
const question = {
  ...{ type: "LICENSE", modality: "ADC", stage: [...early], from: "CN" },
  announced_from: "2020",
} satisfies Query;

const ask = (query: Query) => getComparables(ctx, whole(parseComparables(query)), today);

const giving = new Set(["LICENSOR", "OPTION_GRANTOR", "SELLER", "TARGET", "INVESTEE"]);

/** The answer from the nouns themselves, by no query of the product. */
async function reckonedApart() {
  const deals = await db.deal.findMany({
    where: {
      ...{ withdrawnAt: null, announcedOn: { gte: new Date("2020-01-01") } },
      OR: [{ type: "LICENSE" }, { structures: { has: "LICENSE" } }],
      assets: {
        some: { asset: { modality: "ADC" } },
      },
    },
    include: { assets: true, parties: { include: { company: true } }, terms: true },
  });
  return deals.filter(
    (deal) =>
      deal.assets.some(({ stageAtSigning }) => early.some((stage) => stage === stageAtSigning)) &&
      deal.parties.some(({ role, company }) => giving.has(role) && company.country === "CN"),
  );
}

function quartile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = is(sorted[Math.floor(place)]);
  return low + (is(sorted[Math.ceil(place)]) - low) * (place - Math.floor(place));
}

describe("licences of early ADCs from China since 2020", () => {
  test("are the deals that the nouns themselves say", async () => {
    const { deals } = await ask(question);
    const apart = await reckonedApart();
    expect(deals.map(({ slug }) => slug).sort()).toEqual(apart.map(({ slug }) => slug).sort());
    expect(deals.length).toBeGreaterThanOrEqual(5);
  });

  test("have the headlines, their number, median and quartiles that a reckoning apart gives", async () => {
    const { spreads } = await ask(question);
    const headlines = (await reckonedApart()).flatMap(({ terms }) =>
      terms
        .filter(({ kind, currency, max }) => kind === "HEADLINE" && currency === "USD" && max)
        .map(({ max }) => Number(max)),
    );
    const { disclosed, deals, absent, middle, ends } = spreads.headline;
    expect(disclosed).toBe(headlines.length);
    expect(disclosed + Object.values(absent).reduce((sum, n) => sum + n, 0)).toBe(deals);
    expect(Number(ends?.max)).toBe(Math.max(...headlines));
    if (headlines.length < 5) expect(middle).toBeNull();
    else {
      expect(Number(middle?.median)).toBeCloseTo(quartile(headlines, 0.5), 3);
      expect(Number(middle?.q1)).toBeCloseTo(quartile(headlines, 0.25), 3);
      expect(Number(middle?.q3)).toBeCloseTo(quartile(headlines, 0.75), 3);
    }
  });
});

test("quartiles of every licence's upfront are those of the database's own function", async () => {
  const { spreads } = await ask({ type: "LICENSE" });
  const [row] = await sql<{ n: number; q: number[] }[]>`
    SELECT count(*)::int AS n,
      percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY upfront_usd_min::float8) AS q
    FROM deal_row
    WHERE (type = 'LICENSE' OR 'LICENSE' = ANY (structures)) AND upfront_usd_min = upfront_usd_max`;
  const { n, q } = is(row);
  expect(spreads.upfront.disclosed).toBe(n);
  const { middle } = spreads.upfront;
  expect([middle?.q1, middle?.median, middle?.q3].map(Number)).toEqual(
    q.map((value) => expect.closeTo(value, 3)),
  );
});

test("each criterion says how many more deals there would be without it", async () => {
  const { criteria, deals } = await ask(question);
  const { announced_from: _, ...other } = question;
  const all = await countDeals(ctx, parseDealFilter(other).filter);
  expect(criteria.find(({ name }) => name === "announced")?.more).toBe(all - deals.length);
});

test("a deal that fails one criterion alone stands in the ledger with the criterion", async () => {
  const { left } = await ask(question);
  const { modality: _, ...other } = question;
  const nearly = left.filter(({ criterion }) => criterion === "modality");
  expect(nearly.length).toBeGreaterThan(0);
  const without = (await ask(other)).deals.map(({ slug }) => slug);
  for (const { slug } of nearly) expect(without).toContain(slug);
});

test("a person's hand goes before every rule, with its reason; a deal is never compared with itself", async () => {
  const { deals } = await ask(question);
  const [first, second] = deals;
  const moved = await ask({
    ...question,
    like: is(second).slug,
    in: "takeda-hutchmed-fruquintinib-2023:same seller",
    out: `${is(first).slug}:platform deal`,
  });
  const slugs = moved.deals.map(({ slug }) => slug);
  expect(slugs).toContain("takeda-hutchmed-fruquintinib-2023");
  expect(slugs).not.toContain(is(first).slug);
  expect(slugs).not.toContain(is(second).slug);
  const reasons = [...moved.deals, ...moved.left].filter(({ reason }) => reason);
  expect(reasons.map(({ included, byHand, reason }) => [included, byHand, reason])).toEqual([
    [true, true, "same seller"],
    [false, true, "platform deal"],
  ]);
});

test("as of a day, a set holds the deals and the figures that there were by then", async () => {
  const then = await ask({ ...question, as_of: "2023-12-31" });
  const years = then.deals.map(({ announcedOn }) => Number(announcedOn.slice(0, 4)));
  expect(Math.max(...years)).toBe(2023);
  expect(then.deals.length).toBeLessThan((await ask(question)).deals.length);
});

test("the file holds the ledger of the page, each line with its decision", async () => {
  const { deals, left } = await ask(question);
  const rows = await rowsOf(comparables, question);
  expect(rows.map((row) => [row.deal_id, row.decision])).toEqual([
    ...deals.map(({ slug }) => [slug, "IN"]),
    ...left.map(({ slug }) => [slug, "OUT"]),
  ]);
});

describe("a frozen set", () => {
  const query = new URLSearchParams("type=LICENSE&modality=ADC&from=CN&half_life=3").toString();

  test("keeps its numbers when a deal changes, and its file keeps them too", async () => {
    const { id } = await freezeComparables(ctx, { name: "ADCs from China", query });
    const before = await getSet(ctx, id);
    const changed = is(before.answer.deals[0]).slug;
    await sql`UPDATE deal_row SET upfront_usd_min = 1, upfront_usd_max = 1, version = version + 1
      WHERE slug = ${changed}`;
    try {
      const after = await getSet(ctx, id);
      expect(after.answer).toEqual(before.answer);
      const rows = await rowsOf(comparables, { set: id });
      expect(rows.length).toBe(before.answer.deals.length + before.answer.left.length);
      expect(rows.find(({ deal_id }) => deal_id === changed)?.upfront_usd_min).not.toBe("1");
    } finally {
      await sql`SELECT refresh_deal_rows(ARRAY(SELECT id FROM deal WHERE slug = ${changed}))`;
    }
    expect((await listSets(ctx)).map(({ name }) => name)).toContain("ADCs from China");
    await deleteComparables(ctx, { id });
    await expect(getSet(ctx, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is refused with a criterion that is not known", async () => {
    const wrong = freezeComparables(ctx, { name: "Wrong", query: "typo=1" });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID", fields: [{ path: "typo" }] });
    expect(await db.comparableSet.count({ where: { name: "Wrong" } })).toBe(0);
  });

  test("is frozen by analysts, and deleted by who froze it or an administrator", async () => {
    await expect(
      freezeComparables({ ...ctx, actor: viewer }, { name: "A viewer's", query }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await freezeComparables(ctx, { name: "A script's", query });
    await expect(deleteComparables({ ...ctx, actor: analyst }, { id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await deleteComparables(ctx, { id });
  });
});
