import "server-only";
import { dealsAndTermsOn } from "../../../catalogue/deal/past/queries";
import { noRate, rateBy } from "../../../fx/queries";
import type { FxPolicy } from "../../../fx/schema";
import { totalColumns } from "../../../money/total/queries";
import { type Fragment, sql } from "../../../sql";
import {
  type CountedTerm,
  type CountedTermRow,
  type MoneyLine,
  type MoneyRow,
  toCountedTerm,
  toMoneyLines,
} from "../dto";

type Company = { id: string; slug: string };

/** Which rate amounts are shown by, and the day that is looked back to, if one is. */
export type Shown = { policy: FxPolicy; day?: string };

/** How many payments the profile lists behind its figures. */
export const termsShown = 200;

/**
 * Every payment to or by a company with what counts it. A promise is what the terms say, without what draws
 * on a pool, what an amendment superseded, a programme's pledge and the HEADLINE, which is a measure of its
 * own; what happened is told by the actual amount, else by the term's. A term that names no currency takes
 * its deal's only one, and a headline that names nobody belongs to both sides of its deal.
 */
function counted({ id, slug }: Company, { policy, day }: Shown) {
  const bare = sql`t.kind = 'HEADLINE' AND t.payer_id IS NULL AND t.payee_id IS NULL`;
  const row = (measure: string, amount: Fragment, where: Fragment) => sql`
    SELECT id, way, kind, ${measure} AS measure, ${amount} FROM own WHERE ${where}`;
  const promise = inMoney(sql`coalesce(currency, home)`, sql`min`, sql`max`, sql`promise_rate`);
  const fact = inMoney(
    ...([
      sql`coalesce(actual_currency, currency, home)`,
      sql`actual_min`,
      sql`actual_max`,
    ] as const),
    sql`fact_rate`,
  );
  return sql`
    WITH own AS (
      SELECT t.id, side.way, t.kind, t.state, t.pool_id, t.currency, t.min, t.max, t.disclosure,
        nullif(d.currency, 'MIXED') AS home, said.actual_currency,
        CASE WHEN said.actual IS NULL THEN t.min
             WHEN said.actual <> 'UP_TO' THEN said.actual_amount END AS actual_min,
        CASE WHEN said.actual IS NULL THEN t.max
             WHEN said.actual <> 'AT_LEAST' THEN said.actual_amount END AS actual_max,
        coalesce(said.actual, t.disclosure) AS actual,
        promise.rate AS promise_rate, fact.rate AS fact_rate
      FROM ${dealsAndTermsOn(day)}
      CROSS JOIN LATERAL (
        SELECT 'in' AS way WHERE t.payee_id = ${id} OR (${bare} AND d.giving_slugs @> ${[slug]})
        UNION ALL SELECT 'out' WHERE t.payer_id = ${id} OR (${bare} AND d.taking_slugs @> ${[slug]})
      ) AS side
      LEFT JOIN LATERAL (
        SELECT e.actual_amount, e.actual_currency, e.actual_disclosure AS actual FROM payment_event e
        WHERE e.term_id = t.id AND e.seq <= t.steps AND e.actual_amount IS NOT NULL ORDER BY e.seq DESC LIMIT 1
      ) AS said ON true
      LEFT JOIN LATERAL ${rateOf(policy, home())} AS promise ON true
      LEFT JOIN LATERAL ${rateOf(policy, sql`coalesce(said.actual_currency, ${home()})`)} AS fact ON true
      WHERE d.company_slugs @> ${[slug]} AND t.state <> 'SUPERSEDED'
    ), counted AS (
      ${row("promised", sql`${promise}, disclosure`, sql`kind NOT IN ('HEADLINE', 'PLEDGE') AND pool_id IS NULL`)}
      UNION ALL ${row("headline", sql`${promise}, disclosure`, sql`kind = 'HEADLINE'`)}
      UNION ALL ${row("triggered", sql`${fact}, actual AS disclosure`, sql`kind <> 'HEADLINE' AND state IN ('TRIGGERED', 'INVOICED', 'DISPUTED')`)}
      UNION ALL ${row("paid", sql`${fact}, actual AS disclosure`, sql`kind <> 'HEADLINE' AND state = 'PAID'`)}
    )`;
}

const home = () => sql`coalesce(t.currency, nullif(d.currency, 'MIXED'))`;

/** The rate by which an amount of term `t` of deal `d` is shown; of the original, none. */
function rateOf(policy: FxPolicy, currency: Fragment): Fragment {
  if (policy === "original") return noRate();
  return rateBy(policy, {
    currency: sql`(${currency})::char(3)`,
    announced: sql`d.announced_on`,
    announcedPrecision: sql`d.announced_precision`,
    state: sql`t.state`,
    stateOn: sql`t.state_on`,
    statePrecision: sql`t.state_precision`,
  });
}

/** An amount in dollars where it has a rate, and as it was said where not. */
function inMoney(currency: Fragment, min: Fragment, max: Fragment, rate: Fragment): Fragment {
  const bound = (amount: Fragment) => sql`round(${amount} * coalesce(${rate}, 1), 4)`;
  return sql`CASE WHEN ${rate} IS NULL THEN ${currency} ELSE 'USD' END AS currency,
    ${bound(min)} AS min, ${bound(max)} AS max`;
}

/** What is promised to a company and by it, and what came of it. What nobody researched has no line. */
export async function companyTerms(company: Company, shown: Shown): Promise<MoneyLine[]> {
  const rows = await sql<MoneyRow[]>`
    ${counted(company, shown)}
    SELECT way, measure, currency, kind AS part, ${totalColumns()} FROM counted
    GROUP BY GROUPING SETS ((way, measure, currency), (way, measure, currency, kind))
    HAVING bool_or(disclosure <> 'NOT_RESEARCHED') ORDER BY kind`;
  return toMoneyLines(rows);
}

/** The payments behind those figures, of the newest deals first. */
export async function countedTerms(company: Company, shown: Shown): Promise<CountedTerm[]> {
  const rows = await sql<CountedTermRow[]>`
    ${counted(company, shown)}
    SELECT t.id, c.way, d.slug, d.title, t.kind, t.trigger, t.state, c.measures,
      coalesce(t.currency, nullif(d.currency, 'MIXED')) AS currency,
      trim_scale(t.min)::text AS min, trim_scale(t.max)::text AS max, t.disclosure,
      trim_scale(fx.rate)::text AS rate, fx."on", fx.source
    FROM (
      SELECT id, way, array_agg(measure ORDER BY measure) AS measures FROM counted
      WHERE disclosure <> 'NOT_RESEARCHED' GROUP BY id, way
    ) AS c
    JOIN (${dealsAndTermsOn(shown.day)}) ON t.id = c.id
    LEFT JOIN LATERAL ${rateOf(shown.policy, home())} AS fx ON true
    WHERE d.company_slugs @> ${[company.slug]}
    ORDER BY d.announced_on DESC, d.id DESC, t.position, c.way LIMIT ${termsShown}`;
  return rows.map((row) => toCountedTerm(row, shown.policy));
}
