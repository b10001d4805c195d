import { describe, expect, test } from "vitest";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { totalMilestones } from "@/lib/catalogue/milestone/total/queries";
import { scriptContext } from "@/lib/context";
import { convertTerms, ratesWanted } from "@/lib/deal/fx/rules";
import { loadDealDocs } from "@/lib/deal/queries";
import { findRates } from "@/lib/fx/queries";
import { getCompanyInsight } from "@/lib/insight/company/queries";
import { sql } from "@/lib/sql";
import { is } from "../../support/is";

const ctx = scriptContext("test");
const today = new Date().toISOString().slice(0, 10);

async function allDeals(fx: string) {
  return (await listDeals(ctx, parseDealFilter({ fx, limit: "500" }).filter)).items;
}

async function dealBy(slug: string, fx: string) {
  return is((await allDeals(fx)).find((deal) => deal.slug === slug));
}

function payments(fx: string) {
  return listMilestones(ctx, parseMilestoneFilter({ fx, limit: "500" }).filter);
}

const santen = "santen-remegen-rc28-e-2025";

describe("the table of deals", () => {
  test("shows dollars by the announcement's rate, and what was said with the rate behind it", async () => {
    const { upfront, fx } = await dealBy(santen, "announcement");
    expect(upfront).toEqual({
      ...{ currency: "USD", disclosure: "EXACT", min: "34999999.9998", max: "34999999.9998" },
    });
    expect(fx?.upfront).toMatchObject({
      original: { currency: "CNY", max: "250000000" },
      used: { rate: "0.13999999999916", on: "2025-08-18" },
    });
    expect(fx?.upfront?.used?.source).toContain("Implied by the announcement");
  });

  test("shows what it sorts and filters by: the columns of the row", async () => {
    const rows = await sql<Record<"slug" | "upfront" | "headline", string | null>[]>`
      SELECT slug, trim_scale(upfront_usd)::text AS upfront, trim_scale(headline_usd)::text AS headline
      FROM deal_row`;
    const columns = new Map(rows.map(({ slug, ...row }) => [slug, row]));
    const shown = await allDeals("announcement");
    expect(shown).toHaveLength(rows.length);
    for (const { slug, upfront, headline } of shown) {
      const inDollars = ({ currency, min, max }: typeof upfront) =>
        currency === "USD" ? (max ?? min) : null;
      const figures = { upfront: inDollars(upfront), headline: inDollars(headline) };
      expect({ slug, ...figures }).toEqual({ slug, ...columns.get(slug) });
    }
  });

  test("sorts and filters other currencies by their dollars too", async () => {
    const sorted = async (query: Record<string, string | string[]>) =>
      (await listDeals(ctx, parseDealFilter(query).filter)).items.map(({ slug }) => slug);
    const [first, ...rest] = await sorted({ currency: "CNY", sort: "-upfront" });
    expect(first).toBe(santen);
    expect(rest.length).toBeGreaterThan(1);
    expect(await sorted({ currency: ["CNY", "JPY"], upfront_min: "30m" })).toEqual([santen]);
  });

  test("says that there is no rate, and shows what was said", async () => {
    for (const fx of ["announcement", "today"]) {
      const { upfront, fx: notes } = await dealBy("tigermed-micron-2025", fx);
      expect(upfront).toMatchObject({ currency: "JPY", max: "484000000" });
      expect(notes?.upfront).toMatchObject({ original: { currency: "JPY" }, used: null });
    }
  });

  test("knows no rate of a payment of whose day only the month is known", async () => {
    const { upfront, headline, fx } = await dealBy("gsk-ablbio-grabodyb-2025", "payment");
    expect(upfront.currency).toBe("GBP");
    expect(fx?.upfront?.used).toBeNull();
    expect(headline.disclosure).toBe("NOT_RESEARCHED");
  });

  test("shows amounts as they were said without being asked", async () => {
    const { upfront, fx } = await dealBy(santen, "original");
    expect({ currency: upfront.currency, fx }).toEqual({ currency: "CNY", fx: null });
  });
});

describe("payments", () => {
  test.each(["announcement", "payment", "today"] as const)(
    "by the rate of %s are the same on the list and on the deal's page",
    async (policy) => {
      const { items } = await payments(policy);
      const shown = new Map(items.map(({ id, amount }) => [id, amount]));
      let compared = 0;
      const deals = await sql<{ id: string }[]>`SELECT id FROM deal_row`;
      const docs = await loadDealDocs(
        ctx,
        deals.map(({ id }) => id),
      );
      for (const { terms, announcedOn } of docs.values()) {
        const conversion = { policy, announcedOn, today };
        const rates = await findRates(ctx, ratesWanted(terms, conversion));
        for (const term of convertTerms(terms, conversion, rates).terms) {
          const { id, currency, min, max, disclosure } = term;
          if (!shown.has(id)) continue;
          expect({ id, ...shown.get(id) }).toEqual({ id, currency, min, max, disclosure });
          compared += 1;
        }
      }
      expect(compared).toBe(items.length);
    },
  );

  test("add up in dollars without what has no rate, which is counted", async () => {
    const filter = { fx: "announcement", company: "remegen", currency: ["CNY"] };
    const totals = await totalMilestones(ctx, parseMilestoneFilter(filter).filter);
    const [independent] = await sql<{ max: string }[]>`
      SELECT trim_scale(round(sum(t.max) * ((1 / 7.1428571429)::numeric(30, 18)), 3))::text AS max
      FROM payment_term t JOIN deal d ON d.id = t.deal_id
      WHERE d.slug = ${santen} AND t.kind <> 'HEADLINE'`;
    expect(totals.sums).toHaveLength(1);
    const [dollars] = totals.sums;
    expect(dollars?.total.currency).toBe("USD");
    expect(Number(dollars?.total.max)).toBeCloseTo(Number(is(independent).max), 2);
    expect(totals.unrated).toBe(0);

    const all = await totalMilestones(ctx, parseMilestoneFilter({ fx: "today" }).filter);
    const [foreign] = await sql<{ unrated: number }[]>`
      SELECT count(*)::int AS unrated FROM payment_term t JOIN deal_row d ON d.id = t.deal_id
      WHERE t.kind <> 'HEADLINE' AND t.pool_id IS NULL AND t.currency <> 'USD'
        AND coalesce(t.min, t.max) IS NOT NULL`;
    expect(all.unrated).toBe(is(foreign).unrated);
    expect(all.sums.map(({ total }) => total.currency)).toContain("JPY");
  });
});

test("a company's totals move into the line of dollars, each payment by its own rate", async () => {
  const [company] = await sql<{ id: string; slug: string }[]>`
    SELECT id, slug FROM company WHERE slug = 'santen-china'`;
  const of = async (policy: "original" | "announcement") =>
    (await getCompanyInsight(ctx, is(company), { policy })).money.map(
      ({ way, currency, totals }) => ({
        ...{ way, currency, upTo: totals.headline?.max },
      }),
    );
  expect(await of("original")).toEqual([{ way: "out", currency: "CNY", upTo: "1295000000" }]);
  expect(await of("announcement")).toEqual([
    { way: "out", currency: "USD", upTo: "181299999.9989" },
  ]);
});
