import "server-only";
import { sql } from "../../../sql";
import { type ListedTerm, type ListedTermRow, toListedTerm } from "../dto";

const shown = 6;

type Terms = { top: ListedTerm[]; all: number };
type Row = ListedTermRow & { all: number };

const columns = () => sql`
  t.id, d.slug, d.title, t.kind, t.trigger, t.state, t.currency,
  trim_scale(t.min)::text AS min, trim_scale(t.max)::text AS max, t.disclosure`;

/** Of a payment `t`, that its deal is not withdrawn. */
export const ofStandingDeal = () => sql`
  NOT EXISTS (SELECT FROM deal WHERE id = t.deal_id AND withdrawn_at IS NOT NULL)`;

/** Payments that are due or owed and not known to be paid, the latest first. */
export async function triggeredTerms(): Promise<Terms> {
  const due = sql`t.state = 'TRIGGERED' AND t.kind <> 'HEADLINE'`;
  return toTerms(
    await sql<Row[]>`
      SELECT ${columns()}, t.state_on AS day, t.state_precision AS precision,
        (SELECT count(*)::int FROM payment_term t WHERE ${due} AND ${ofStandingDeal()}) AS all
      FROM payment_term t JOIN deal_row d ON d.id = t.deal_id
      WHERE ${due} ORDER BY t.state_on DESC NULLS LAST, t.id LIMIT ${shown}`,
  );
}

/** Payments still open whose day lies ahead, the next first. */
export async function expectedTerms(today: string): Promise<Terms> {
  const ahead = sql`t.state = 'CONTINGENT' AND t.expected_on >= ${today}::date AND t.kind <> 'HEADLINE'`;
  return toTerms(
    await sql<Row[]>`
      SELECT ${columns()}, t.expected_on AS day, t.expected_precision AS precision,
        (SELECT count(*)::int FROM payment_term t WHERE ${ahead} AND ${ofStandingDeal()}) AS all
      FROM payment_term t JOIN deal_row d ON d.id = t.deal_id
      WHERE ${ahead} ORDER BY t.expected_on, t.id LIMIT ${shown}`,
  );
}

function toTerms(rows: readonly Row[]): Terms {
  return { top: rows.map(toListedTerm), all: rows[0]?.all ?? 0 };
}
