import "server-only";
import { rateBy } from "../../../fx/queries";
import type { FxPolicy } from "../../../fx/schema";
import { groupBy } from "../../../group";
import type { Disclosure } from "../../../money/schema";
import { sql } from "../../../sql";
import { dealsAndTermsOn } from "../past/queries";
import { type ListedMoney, type Part, toMoney } from "./dto";

type Policy = Exclude<FxPolicy, "original">;

type Row = {
  deal: string;
  group: Part["group"];
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
  rate: string | null;
  on: string | null;
  source: string | null;
};

/** What these deals promise upfront and in all, and what was paid, part by part with its rate, added up in dollars. */
export async function moneyBy(
  ids: readonly string[],
  policy: Policy,
  day?: string,
): Promise<ReadonlyMap<string, ListedMoney>> {
  const rate = rateBy(policy, {
    currency: sql`part.currency`,
    announced: sql`d.announced_on`,
    announcedPrecision: sql`d.announced_precision`,
    state: sql`t.state`,
    stateOn: sql`t.state_on`,
    statePrecision: sql`t.state_precision`,
  });
  const rows = await sql<Row[]>`
    SELECT d.id AS deal, part.group, part.currency, trim_scale(part.min)::text AS min,
      trim_scale(part.max)::text AS max, part.disclosure, trim_scale(fx.rate)::text AS rate,
      fx."on", fx.source
    FROM ${dealsAndTermsOn(day)}
    LEFT JOIN LATERAL (
      SELECT e.actual_amount, e.actual_currency FROM payment_event e
      WHERE e.term_id = t.id AND e.seq <= t.steps AND e.actual_amount IS NOT NULL
        AND e.actual_disclosure <> 'UP_TO'
      ORDER BY e.seq DESC LIMIT 1
    ) AS said ON true
    CROSS JOIN LATERAL (
      SELECT CASE t.kind WHEN 'HEADLINE' THEN 'headline' ELSE 'upfront' END AS group,
        t.currency, t.min, t.max, t.disclosure
      WHERE t.kind IN ('UPFRONT', 'PURCHASE_PRICE', 'HEADLINE')
        AND t.pool_id IS NULL AND t.state <> 'SUPERSEDED'
      UNION ALL
      SELECT 'paid', coalesce(said.actual_currency, t.currency), paid.amount, paid.amount,
        CASE WHEN paid.amount IS NULL THEN 'UNDISCLOSED' ELSE 'EXACT' END::disclosure
      FROM (SELECT coalesce(said.actual_amount, t.min) AS amount) AS paid
      WHERE t.state = 'PAID' AND t.kind <> 'HEADLINE'
    ) AS part
    LEFT JOIN LATERAL ${rate} AS fx ON true
    WHERE d.id = ANY (${ids}::uuid[])`;
  const parts = groupBy(rows, ({ deal }) => deal);
  return new Map([...parts].map(([deal, own]) => [deal, toMoney(own.map(toPart))]));
}

function toPart({ group, currency, min, max, disclosure, rate, on, source }: Row): Part {
  const used = rate !== null && currency !== null ? { currency, rate, on, source } : null;
  return { group, amount: { currency, min, max, disclosure }, used };
}
