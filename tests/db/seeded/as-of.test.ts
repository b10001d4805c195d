import { describe, expect, test } from "vitest";
import { pickDeals } from "@/lib/bulk/queries";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { parseDealFilter, sorts } from "@/lib/catalogue/deal/schema";
import type { Query } from "@/lib/catalogue/rules";
import { whole } from "@/lib/catalogue/schema";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { findPastDeal } from "@/lib/deal/past/queries";
import { getDeal } from "@/lib/deal/queries";
import { deals } from "@/lib/exchange/deal/queries";
import { receiptOf } from "@/lib/exchange/queries";
import { parseExport } from "@/lib/exchange/schema";
import { getCompanyInsight } from "@/lib/insight/company/queries";
import { stateOf } from "@/lib/payment/term/rules";
import { sql } from "@/lib/sql";
import { is } from "../../support/is";

const ctx = scriptContext("test");
const filter = (query: Query) => whole(parseDealFilter(query));

async function listed(q: string, day: string) {
  const { items } = await listDeals(ctx, filter({ q, as_of: day }));
  return items[0];
}

async function states(slug: string, day: string) {
  const { terms, status } = is(await findPastDeal(ctx, (await getDeal(ctx, slug)).doc, day));
  return { status, terms: terms.map((term) => [term.kind, term.max, stateOf(term)]) };
}

describe("Takeda–HUTCHMED", () => {
  const slug = "takeda-hutchmed-fruquintinib-2023";

  test("is not there before its announcement, and waits to close until March 2023", async () => {
    expect(await listed("fruquintinib", "2023-01-22")).toBeUndefined();
    const then = is(await listed("fruquintinib", "2023-02-01"));
    expect(then).toMatchObject({ slug, status: "PENDING_CLOSE", closedOn: null, paid: null });
    expect(then.headline.max).toBe("1130000000");
    const { status, terms } = await states(slug, "2023-02-01");
    expect(status).toBe("PENDING_CLOSE");
    expect(new Set(terms.map(([, , state]) => state))).toEqual(new Set(["CONTINGENT"]));
    expect(is(await listed("fruquintinib", "2023-03-14"))).toMatchObject({
      ...{ status: "ACTIVE", closedOn: "2023-03-14" },
    });
  });

  test("had paid the 400M and the 35M of the US approval at the end of 2023", async () => {
    expect((await listed("fruquintinib", "2023-12-31"))?.paid?.min).toBe("435000000");
    const { terms } = await states(slug, "2023-12-31");
    expect(terms.filter(([, , state]) => state === "PAID")).toEqual([
      ["UPFRONT", "400000000", "PAID"],
      ["MILESTONE", "35000000", "PAID"],
    ]);
    expect(terms.filter(([, , state]) => state === "TRIGGERED")).toEqual([]);
  });

  test("had triggered nothing but the 20M for sales by October 2024", async () => {
    const { terms } = await states(slug, "2024-10-31");
    expect(terms.filter(([, , state]) => state === "TRIGGERED")).toEqual([
      ["MILESTONE", "20000000", "TRIGGERED"],
    ]);
  });
});

describe("Eisai–BlissBio", () => {
  const slug = "eisai-blissbio-bb-1701-2023";

  test("is a pending option before it lapses in May 2025", async () => {
    expect(await listed("bb-1701", "2025-05-30")).toMatchObject({ slug, status: "OPTION_PENDING" });
    const { terms } = await states(slug, "2025-05-30");
    expect(new Set(terms.map(([, , state]) => state))).toEqual(new Set(["UNKNOWN", "CONTINGENT"]));
  });

  test("has lapsed after it, with what was contingent cancelled", async () => {
    expect(await listed("bb-1701", "2025-05-31")).toMatchObject({ status: "OPTION_LAPSED" });
    const { terms } = await states(slug, "2025-05-31");
    expect(terms.filter(([, , state]) => state === "CANCELLED")).toHaveLength(4);
  });
});

test("Hanmi's old ceiling stands until the amendment, and the new one after it", async () => {
  const pools = async (day: string) =>
    (await states("sanofi-hanmi-quantum-2015", day)).terms.filter(
      ([kind]) => kind === "MILESTONE_POOL",
    );
  expect(await pools("2016-11-30")).toEqual([["MILESTONE_POOL", "3500000000", "CONTINGENT"]]);
  expect(await pools("2016-12-31")).toEqual([
    ["MILESTONE_POOL", "3500000000", "SUPERSEDED"],
    ["MILESTONE_POOL", "2720000000", "UNKNOWN"],
  ]);
});

describe("the table", () => {
  const day = "2023-06-30";

  test("of today is the table as it stands, by any filter", async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const query of [{}, { from: ["CN"] }, { status: ["TERMINATED"], sort: "-headline" }]) {
      const now = await listDeals(ctx, filter(query));
      const then = await listDeals(ctx, filter({ ...query, as_of: today }));
      expect(then.items).toEqual(now.items);
      expect(await countDeals(ctx, filter({ ...query, as_of: today }))).toBe(
        await countDeals(ctx, filter(query)),
      );
    }
  });

  test("is counted, filtered, sorted and paged as of a day like any other", async () => {
    const [all] = await sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM deal WHERE period_end(announced_on, announced_precision) <= ${day}::date`;
    expect(await countDeals(ctx, filter({ as_of: day }))).toBe(all?.count);
    for (const sort of Object.keys(sorts)) {
      const seen: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const page = await listDeals(
          ctx,
          filter({ as_of: day, sort, limit: "20", ...(after && { after }) }),
        );
        seen.push(...page.items.map(({ id }) => id));
        after = page.next;
      }
      expect(new Set(seen).size, sort).toBe(seen.length);
      expect(seen.length, sort).toBe(all?.count);
    }
  });

  test("says by its facets how many deals each value leaves on that day", async () => {
    const facets = await countDealFacets(ctx, filter({ as_of: day }));
    for (const { value, count } of facets.status) {
      expect(await countDeals(ctx, filter({ as_of: day, status: [value] }))).toBe(count);
    }
    expect(facets.status.map(({ value }) => value)).toContain("ACTIVE");
  });

  test("refuses a day to come, by name", () => {
    const { filter: read, problems } = parseDealFilter({ as_of: "2099-01-01" });
    expect(read).toEqual({});
    expect(problems).toMatchObject([{ path: "as_of" }]);
  });
});

describe("a company", () => {
  const hutchmed = async (day?: string) => {
    const { id, slug } = await db.company.findUniqueOrThrow({ where: { slug: "hutchmed" } });
    return getCompanyInsight(ctx, { id, slug }, { policy: "original", day });
  };
  const paidTo = ({ money }: Awaited<ReturnType<typeof hutchmed>>) =>
    money.find(({ way, currency }) => way === "in" && currency === "USD")?.totals.paid?.min;

  test("had received what was paid by then, of the deals that there were", async () => {
    const early = await hutchmed("2023-02-01");
    expect(paidTo(early)).toBeUndefined();
    expect(paidTo(await hutchmed("2023-12-31"))).toBe("435000000");
    expect((await hutchmed("2022-12-31")).counts.deals).toBeLessThan(early.counts.deals);
  });

  test("is today as it stands", async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(await hutchmed(today)).toEqual(await hutchmed());
    const yesterday = await hutchmed(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    expect(yesterday.counts).toEqual((await hutchmed()).counts);
  });
});

test("a file holds the deals of its day, and its receipt names it", async () => {
  const asked = parseExport({ as_of: "2023-06-30" }, deals, "csv");
  const { rows, as_of } = await receiptOf(ctx, deals, asked);
  expect({ rows, as_of }).toEqual({
    ...{ rows: await countDeals(ctx, filter({ as_of: "2023-06-30" })), as_of: "2023-06-30" },
  });
  expect(rows).toBeLessThan(await countDeals(ctx, {}));
});

test("a selection of the past is not changed", async () => {
  const selection = { kind: "matching" as const, query: "as_of=2023-06-30", count: 1 };
  await expect(pickDeals(ctx, selection)).rejects.toMatchObject({
    ...{ code: "INVALID", fields: [{ path: "as_of" }] },
  });
});
