import { beforeAll, describe, expect, test } from "vitest";
import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { totalDeals } from "@/lib/catalogue/deal/total/queries";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import { parseMilestoneFilter } from "@/lib/catalogue/milestone/schema";
import { totalMilestones } from "@/lib/catalogue/milestone/total/queries";
import type { Query } from "@/lib/catalogue/rules";
import { scriptContext } from "@/lib/context";
import { getCompanyInsight } from "@/lib/insight/company/queries";
import { getOverview } from "@/lib/insight/overview/queries";
import { getWaterfalls } from "@/lib/insight/waterfall/queries";
import type { Total } from "@/lib/money/rules";
import { sql } from "@/lib/sql";

/*
 * Every total that a page shows, found again by statements that know only the tables of deals, parties, payments and
 * their events: nothing that is derived from them, and nothing of the code that counts them.
 */
const ctx = scriptContext("test");
const today = new Date().toISOString().slice(0, 10);

const base = `
  WITH side AS (
    SELECT p.deal_id, c.slug, c.country, extract(year FROM d.announced_on)::int AS year,
      CASE WHEN p.role IN ('LICENSOR', 'OPTION_GRANTOR', 'SELLER', 'TARGET', 'INVESTEE') THEN 'gives'
           WHEN p.role IN ('LICENSEE', 'OPTION_HOLDER', 'ACQUIRER', 'INVESTOR') THEN 'takes' ELSE 'else' END AS side
    FROM deal_party p JOIN company c ON c.id = p.company_id
    JOIN deal d ON d.id = p.deal_id AND d.withdrawn_at IS NULL
  ), coin AS (
    SELECT deal_id, min(currency) AS currency FROM (
      SELECT deal_id, currency::text FROM payment_term WHERE coalesce(min, max) IS NOT NULL AND state <> 'SUPERSEDED'
      UNION SELECT t.deal_id, e.actual_currency::text FROM payment_event e JOIN payment_term t ON t.id = e.term_id
      WHERE e.actual_amount IS NOT NULL
    ) AS used GROUP BY deal_id HAVING count(*) = 1
  ), last AS (
    SELECT DISTINCT ON (term_id) * FROM payment_event WHERE actual_amount IS NOT NULL ORDER BY term_id, seq DESC
  ), money AS (
    SELECT t.*, coalesce(t.currency::text, coin.currency) AS promised_in, payer.slug AS payer, payee.slug AS payee,
      coalesce(last.actual_currency::text, t.currency::text, coin.currency) AS happened_in,
      CASE WHEN last.id IS NULL THEN t.min WHEN last.actual_disclosure <> 'UP_TO' THEN last.actual_amount END AS fact_min,
      CASE WHEN last.id IS NULL THEN t.max WHEN last.actual_disclosure <> 'AT_LEAST' THEN last.actual_amount END AS fact_max,
      coalesce(last.actual_disclosure, t.disclosure) AS fact
    FROM payment_term t
    JOIN deal d ON d.id = t.deal_id AND d.withdrawn_at IS NULL
    LEFT JOIN coin ON coin.deal_id = t.deal_id
    LEFT JOIN last ON last.term_id = t.id
    LEFT JOIN company payer ON payer.id = t.payer_id
    LEFT JOIN company payee ON payee.id = t.payee_id
  )`;

/** Bounds and counts of some rows of \`money\`: of what they promise, or of what happened. */
function bounds(of: "promise" | "fact") {
  const [min, max, said] =
    of === "fact" ? ["fact_min", "fact_max", "fact"] : ["min", "max", "disclosure"];
  return `trim_scale(sum(${min}))::text AS min,
    CASE WHEN count(${max}) > 0 AND count(*) FILTER (WHERE ${max} IS NULL AND ${said} NOT IN ('NONE', 'NOT_RESEARCHED')) = 0
         THEN trim_scale(sum(${max}))::text END AS max,
    count(*) FILTER (WHERE ${min} IS NOT NULL OR ${max} IS NOT NULL)::int AS disclosed,
    count(*) FILTER (WHERE ${said} <> 'NOT_RESEARCHED')::int AS of`;
}

type Row = Record<string, unknown>;
const read = (statement: string, values: string[] = []) =>
  sql.unsafe<Row[]>(`${base} ${statement}`, values);
const first = async (statement: string, values: string[] = []) =>
  ({ ...(await read(statement, values))[0] }) as Row;

const figures = ({ min, max, disclosed, of }: Total) => ({ min, max, disclosed, of });
const deals = (query: Query) => countDeals(ctx, parseDealFilter(query).filter);
const payments = async (query: Query) =>
  (await listMilestones(ctx, parseMilestoneFilter(query).filter)).total;

const happened = `state IN ('TRIGGERED', 'INVOICED', 'DISPUTED')`;

let overview: Awaited<ReturnType<typeof getOverview>>;
const companies = new Map<string, Awaited<ReturnType<typeof getCompanyInsight>>>();

beforeAll(async () => {
  overview = await getOverview(ctx, today);
  const all = await sql<{ id: string; slug: string }[]>`
    SELECT id, slug FROM company WHERE withdrawn_at IS NULL`;
  for (const company of all) companies.set(company.slug, await getCompanyInsight(ctx, company));
});

describe("the overview", () => {
  test("counts the deals, the companies and the two corridors, and leads to as many", async () => {
    const between = (
      from: string,
      to: string,
    ) => `(SELECT count(DISTINCT g.deal_id)::int FROM side g
      JOIN side t ON t.deal_id = g.deal_id AND t.side = 'takes' AND t.country = '${to}'
      WHERE g.side = 'gives' AND g.country = '${from}')`;
    const found =
      await first(`SELECT (SELECT count(*)::int FROM deal WHERE withdrawn_at IS NULL) AS deals,
      (SELECT count(*)::int FROM company WHERE withdrawn_at IS NULL) AS companies,
      ${between("CN", "JP")} AS cn, ${between("JP", "CN")} AS jp`);
    const { standings, companies } = overview;
    expect(found).toEqual({
      ...{ deals: standings.deals, companies, cn: standings.cnToJp, jp: standings.jpToCn },
    });
    expect(await deals({})).toBe(found.deals);
    expect(await deals({ from: "CN", to: "JP" })).toBe(found.cn);
    expect(await deals({ from: "JP", to: "CN" })).toBe(found.jp);
    expect(await deals({ has_conflict: "true" })).toBe(standings.conflicts);
    expect(await deals({ unverified: "true" })).toBe(standings.unverified);
  });

  test("adds up what was announced and what was paid in dollars", async () => {
    const { headline, paid } = overview;
    // Only the rate is taken from where it is kept: tests/db/fx.test.ts knows how it is found.
    const announced = await first(`SELECT ${bounds("promise")} FROM (
        SELECT sum(round(min * rate, 4)) AS min, max(disclosure) AS disclosure,
          CASE WHEN count(max) = count(*) THEN sum(round(max * rate, 4)) END AS max
        FROM money LEFT JOIN LATERAL (SELECT CASE promised_in WHEN 'USD' THEN 1 ELSE
          (SELECT fx_rate_usd FROM deal_row WHERE id = deal_id) END AS rate) AS fx ON true
        WHERE kind = 'HEADLINE' AND state <> 'SUPERSEDED' GROUP BY deal_id) AS dollars`);
    expect(figures(headline.total)).toEqual(announced);
    expect(await deals({ headline_min: "0" })).toBe(headline.total.disclosed);
    const cash = await first(`SELECT ${bounds("fact")} FROM money
      WHERE kind <> 'HEADLINE' AND state = 'PAID' AND promised_in = 'USD' AND happened_in = 'USD'`);
    expect(figures(paid.total)).toEqual(cash);
    expect(await payments({ state: "PAID", currency: "USD" })).toBe(paid.all);
  });

  test("counts each year and each corridor, and leads to as many", async () => {
    const years = await read(
      `SELECT year, count(DISTINCT deal_id)::int AS deals FROM side GROUP BY 1 ORDER BY 1`,
    );
    expect(overview.years.map(({ year, deals }) => ({ year, deals }))).toEqual([...years]);
    for (const { year, deals: count, cnToJp } of overview.years) {
      const within = { announced_from: `${year}`, announced_to: `${year}` };
      expect([year, await deals(within)]).toEqual([year, count]);
      expect([year, await deals({ ...within, from: "CN", to: "JP" })]).toEqual([year, cnToJp]);
    }
    for (const { from, to, deals: count } of overview.corridors) {
      const found = await first(
        `SELECT count(DISTINCT g.deal_id)::int AS deals FROM side g JOIN side t USING (deal_id)
         WHERE g.side = 'gives' AND t.side = 'takes' AND g.country = $1 AND t.country = $2`,
        [from, to],
      );
      expect([from, to, found.deals, await deals({ from, to })]).toEqual([from, to, count, count]);
    }
  });

  test("counts what is owed and what is expected, and leads to as many", async () => {
    const found = await first(
      `SELECT count(*) FILTER (WHERE state = 'TRIGGERED')::int AS triggered,
        count(*) FILTER (WHERE state = 'CONTINGENT' AND expected_on >= $1::date)::int AS expected
       FROM money WHERE kind <> 'HEADLINE'`,
      [today],
    );
    expect(found).toEqual({ triggered: overview.triggered.all, expected: overview.expected.all });
    expect(await payments({ state: "TRIGGERED" })).toBe(found.triggered);
  });
});

test.each<[Query, string]>([
  [{}, "true"],
  [
    { from: "CN", to: "JP" },
    `deal_id IN (SELECT deal_id FROM side WHERE side = 'gives' AND country = 'CN')
     AND deal_id IN (SELECT deal_id FROM side WHERE side = 'takes' AND country = 'JP')`,
  ],
  [
    { announced_from: "2023", announced_to: "2023" },
    "deal_id IN (SELECT deal_id FROM side WHERE year = 2023)",
  ],
])("the foot of the table adds up the deals of %o", async (query, where) => {
  const { totals, several } = await totalDeals(ctx, parseDealFilter(query).filter);
  // A deal's own upfront is the sum of its terms, and what it holds of bounds is the sum's.
  const found = await read(`SELECT of, currency, trim_scale(sum(min))::text AS min,
      count(*) FILTER (WHERE min IS NOT NULL OR top)::int AS disclosed
    FROM (
      SELECT CASE WHEN kind = 'HEADLINE' THEN 'headline' ELSE 'upfront' END AS of, deal_id, coin.currency,
        sum(min) AS min, bool_and(max IS NOT NULL OR disclosure IN ('NONE', 'NOT_RESEARCHED'))
          AND count(max) > 0 AS top
      FROM money JOIN coin USING (deal_id)
      WHERE kind IN ('HEADLINE', 'UPFRONT', 'PURCHASE_PRICE') AND pool_id IS NULL AND state <> 'SUPERSEDED' AND ${where}
      GROUP BY 1, 2, 3
    ) AS deal GROUP BY 1, 2`);
  const told = totals
    .filter(({ of }) => of !== "paid")
    .map(({ of, total: { currency, min, disclosed } }) => ({ of, currency, min, disclosed }));
  const inOrder = (list: readonly Row[]) => list.map((row) => JSON.stringify(row)).sort();
  expect(inOrder(told)).toEqual(inOrder(found.filter(({ disclosed }) => disclosed !== 0)));
  expect(several).toBe(await deals({ ...query, currency: "MIXED" }));
});

describe("the pages of companies", () => {
  test("count their deals, partners and years, and lead to as many", async () => {
    const rows = await read(`, own AS (
        SELECT slug, deal_id, bool_or(side = 'gives') AS gives, bool_or(side = 'takes') AS takes, min(year) AS year
        FROM side GROUP BY 1, 2)
      SELECT slug, count(*)::int AS deals, count(*) FILTER (WHERE gives)::int AS given,
        count(*) FILTER (WHERE takes)::int AS taken,
        count(*) FILTER (WHERE NOT gives AND NOT takes)::int AS other,
        count(DISTINCT year)::int AS years,
        (SELECT count(DISTINCT s.slug)::int FROM own AS mine JOIN side s USING (deal_id)
          WHERE mine.slug = own.slug AND s.slug <> own.slug) AS partners
      FROM own GROUP BY slug`);
    const found = new Map(rows.map(({ slug, ...counts }) => [slug, counts]));
    const none = { deals: 0, given: 0, taken: 0, other: 0, years: 0, partners: 0 };
    for (const [slug, { counts, partners, years }] of companies) {
      const told = { ...counts, partners: partners.all, years: years.length };
      expect([slug, told]).toEqual([slug, found.get(slug) ?? none]);
      if (counts.deals < 3) continue;
      const leads = [{ company: slug }, { licensor: slug }, { licensee: slug }].map(deals);
      expect([slug, await Promise.all(leads)]).toEqual([
        ...[slug, [counts.deals, counts.given, counts.taken]],
      ]);
    }
  });

  test("add up what was promised to them and by them, and what came of it", async () => {
    const measured = (measure: string, of: "promise" | "fact", coin: string, where: string) => `
      SELECT slug, way, '${measure}' AS measure, ${coin} AS currency, ${bounds(of)} FROM owned
      WHERE ${where} GROUP BY slug, way, ${coin}
      HAVING count(*) FILTER (WHERE ${of === "fact" ? "fact" : "disclosure"} <> 'NOT_RESEARCHED') > 0`;
    const rows = await read(`, owned AS (
        SELECT 'in' AS way, payee AS slug, money.* FROM money WHERE payee IS NOT NULL
        UNION ALL SELECT 'out', payer, money.* FROM money WHERE payer IS NOT NULL
        UNION ALL SELECT DISTINCT CASE side.side WHEN 'gives' THEN 'in' ELSE 'out' END, side.slug, money.*
        FROM money JOIN side ON side.deal_id = money.deal_id AND side.side IN ('gives', 'takes')
        WHERE kind = 'HEADLINE' AND payer IS NULL AND payee IS NULL
      ), standing AS (SELECT * FROM owned WHERE state <> 'SUPERSEDED')
      ${[
        measured(
          "promised",
          "promise",
          "promised_in",
          "kind NOT IN ('HEADLINE', 'PLEDGE') AND pool_id IS NULL",
        ),
        measured("headline", "promise", "promised_in", "kind = 'HEADLINE'"),
        measured("triggered", "fact", "happened_in", `kind <> 'HEADLINE' AND ${happened}`),
        measured("paid", "fact", "happened_in", "kind <> 'HEADLINE' AND state = 'PAID'"),
      ]
        .join(" UNION ALL ")
        .replaceAll("FROM owned", "FROM standing")}`);
    const told = [...companies].flatMap(([slug, { money }]) =>
      money.flatMap(({ way, currency, totals }) =>
        Object.entries(totals).map(([measure, total]) =>
          line({ slug, way, measure, currency, ...figures(total) }),
        ),
      ),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.sort()).toEqual(rows.map(line).sort());
  });
});

function line({ slug, way, measure, currency, min, max, disclosed, of }: Row): string {
  return `${slug} ${way} ${measure} ${currency}: ${min}–${max}, ${disclosed} of ${of}`;
}

describe("the payments", () => {
  const filters: [Query, string][] = [
    [{}, "true"],
    [{ state: "PAID" }, "state = 'PAID'"],
    [{ state: ["TRIGGERED", "INVOICED"] }, "state IN ('TRIGGERED', 'INVOICED')"],
    [{ kind: "UPFRONT" }, "kind = 'UPFRONT'"],
    [{ payer: "takeda" }, "payer = 'takeda'"],
    [{ payee: "hutchmed" }, "payee = 'hutchmed'"],
    [{ currency: "CNY" }, "promised_in = 'CNY'"],
    [
      { from: "CN", to: "JP" },
      `deal_id IN (SELECT deal_id FROM side WHERE side = 'gives' AND country = 'CN')
       AND deal_id IN (SELECT deal_id FROM side WHERE side = 'takes' AND country = 'JP')`,
    ],
    [
      { announced_from: "2023", announced_to: "2023" },
      "deal_id IN (SELECT deal_id FROM side WHERE year = 2023)",
    ],
  ];

  test.each(filters)("of %o are counted and added up", async (query, where) => {
    const listed = `SELECT * FROM money WHERE kind <> 'HEADLINE' AND ${where}`;
    const { rows } = await first(`SELECT count(*)::int AS rows FROM (${listed}) AS listed`);
    expect(await payments(query)).toBe(rows);
    const sums = await read(`, listed AS (${listed})
      SELECT promised_in AS currency, ${bounds("promise")} FROM listed
      WHERE pool_id IS NULL OR pool_id NOT IN (SELECT id FROM listed)
      GROUP BY 1 HAVING count(*) FILTER (WHERE disclosure <> 'NOT_RESEARCHED') > 0`);
    const { sums: totals } = await totalMilestones(ctx, parseMilestoneFilter(query).filter);
    const told = totals.map(({ total }) => ({ currency: total.currency, ...figures(total) }));
    const inOrder = (list: readonly Row[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(told)).toEqual(inOrder([...sums]));
    for (const { total, parts } of totals) {
      expect(parts.reduce((sum, part) => sum + part.total.disclosed, 0)).toBe(total.disclosed);
    }
  });

  test("go from headline to cash as their states say, year by year", async () => {
    const years = await read("SELECT DISTINCT year::text FROM side ORDER BY 1");
    for (const { year } of years) {
      const within = { announced_from: String(year), announced_to: String(year) };
      for (const { currency, lines } of await getWaterfalls(
        ctx,
        parseMilestoneFilter(within).filter,
      )) {
        const of = (step: string) => lines.find((line) => line.step === step);
        const cash = await first(
          `SELECT count(*)::int AS payments, trim_scale(sum(fact_min))::text AS min FROM money
           WHERE kind <> 'HEADLINE' AND state = 'PAID' AND happened_in IS NOT DISTINCT FROM $2
             AND deal_id IN (SELECT deal_id FROM side WHERE year = $1::int)`,
          [String(year), currency as string],
        );
        const paid = of("paid");
        expect([year, currency, paid?.payments ?? 0, paid?.total.min ?? null]).toEqual([
          ...[year, currency, cash.payments, cash.min],
        ]);
      }
    }
  });
});
