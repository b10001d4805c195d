import "server-only";
import { type Fragment, sql } from "../../../sql";
import { totalColumns } from "../../total/queries";
import {
  type CountedTerm,
  type CountedTermRow,
  type MoneyLine,
  type MoneyRow,
  toCountedTerm,
  toMoneyLines,
} from "../dto";

type Company = { id: string; slug: string };

/** How many payments the profile lists behind its figures. */
export const termsShown = 200;

/**
 * Every payment to or by a company with what counts it. A promise is what the terms say, without what draws
 * on a pool, what an amendment superseded, a programme's pledge and the HEADLINE, which is a measure of its
 * own; what happened is told by the actual amount, else by the term's. A term that names no currency takes
 * its deal's only one, and a headline that names nobody belongs to both sides of its deal.
 */
function counted({ id, slug }: Company) {
  const bare = sql`t.kind = 'HEADLINE' AND t.payer_id IS NULL AND t.payee_id IS NULL`;
  const row = (measure: string, amount: Fragment, where: Fragment) => sql`
    SELECT id, way, ${measure} AS measure, ${amount} FROM own WHERE ${where}`;
  const promise = sql`coalesce(currency, home) AS currency, min, max, disclosure`;
  const fact = sql`coalesce(actual_currency, currency, home) AS currency, actual_min AS min,
    actual_max AS max, actual AS disclosure`;
  return sql`
    WITH own AS (
      SELECT t.id, side.way, t.kind, t.state, t.pool_id, t.currency, t.min, t.max, t.disclosure,
        nullif(d.currency, 'MIXED') AS home, said.actual_currency,
        CASE WHEN said.actual IS NULL THEN t.min
             WHEN said.actual <> 'UP_TO' THEN said.actual_amount END AS actual_min,
        CASE WHEN said.actual IS NULL THEN t.max
             WHEN said.actual <> 'AT_LEAST' THEN said.actual_amount END AS actual_max,
        coalesce(said.actual, t.disclosure) AS actual
      FROM payment_term t
      JOIN deal_row d ON d.id = t.deal_id
      CROSS JOIN LATERAL (
        SELECT 'in' AS way WHERE t.payee_id = ${id} OR (${bare} AND d.giving_slugs @> ${[slug]})
        UNION ALL SELECT 'out' WHERE t.payer_id = ${id} OR (${bare} AND d.taking_slugs @> ${[slug]})
      ) AS side
      LEFT JOIN LATERAL (
        SELECT e.actual_amount, e.actual_currency, e.actual_disclosure AS actual FROM payment_event e
        WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL ORDER BY e.seq DESC LIMIT 1
      ) AS said ON true
      WHERE d.company_slugs @> ${[slug]} AND t.state <> 'SUPERSEDED'
    ), counted AS (
      ${row("promised", promise, sql`kind NOT IN ('HEADLINE', 'PLEDGE') AND pool_id IS NULL`)}
      UNION ALL ${row("headline", promise, sql`kind = 'HEADLINE'`)}
      UNION ALL ${row("triggered", fact, sql`kind <> 'HEADLINE' AND state IN ('TRIGGERED', 'INVOICED', 'DISPUTED')`)}
      UNION ALL ${row("paid", fact, sql`kind <> 'HEADLINE' AND state = 'PAID'`)}
    )`;
}

/** What is promised to a company and by it, and what came of it. What nobody researched has no line. */
export async function companyTerms(company: Company): Promise<MoneyLine[]> {
  const rows = await sql<MoneyRow[]>`
    ${counted(company)}
    SELECT way, measure, currency, ${totalColumns()} FROM counted
    GROUP BY way, measure, currency HAVING bool_or(disclosure <> 'NOT_RESEARCHED')`;
  return toMoneyLines(rows);
}

/** The payments behind those figures, of the newest deals first. */
export async function countedTerms(company: Company): Promise<CountedTerm[]> {
  const rows = await sql<CountedTermRow[]>`
    ${counted(company)}
    SELECT t.id, c.way, d.slug, d.title, t.kind, t.trigger, t.state, c.measures,
      coalesce(t.currency, nullif(d.currency, 'MIXED')) AS currency,
      trim_scale(t.min)::text AS min, trim_scale(t.max)::text AS max, t.disclosure
    FROM (
      SELECT id, way, array_agg(measure ORDER BY measure) AS measures FROM counted
      WHERE disclosure <> 'NOT_RESEARCHED' GROUP BY id, way
    ) AS c
    JOIN payment_term t ON t.id = c.id
    JOIN deal_row d ON d.id = t.deal_id
    ORDER BY d.announced_on DESC, d.id DESC, t.position, c.way LIMIT ${termsShown}`;
  return rows.map(toCountedTerm);
}
