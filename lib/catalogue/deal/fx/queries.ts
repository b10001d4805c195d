import "server-only";
import { rateBy } from "../../../fx/queries";
import type { FxPolicy } from "../../../fx/schema";
import { groupBy } from "../../../group";
import type { Disclosure } from "../../../money/schema";
import { sql } from "../../../sql";
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
): Promise<ReadonlyMap<string, ListedMoney>> {
  const rate = rateBy(policy, {
    currency: sql`part.currency`,
    announced: sql`d.announced_on`,
    announcedPrecision: sql`d.announced_precision`,
    state: sql`part.state`,
    stateOn: sql`part.state_on`,
    statePrecision: sql`part.state_precision`,
  });
  const rows = await sql<Row[]>`
    SELECT part.deal_id AS deal, part.group, part.currency, trim_scale(part.min)::text AS min,
      trim_scale(part.max)::text AS max, part.disclosure, trim_scale(fx.rate)::text AS rate,
      fx."on", fx.source
    FROM (
      SELECT deal_id, CASE kind WHEN 'HEADLINE' THEN 'headline' ELSE 'upfront' END AS group,
        currency, min, max, disclosure, state, state_on, state_precision
      FROM payment_term
      WHERE deal_id = ANY (${ids}::uuid[]) AND kind IN ('UPFRONT', 'PURCHASE_PRICE', 'HEADLINE')
        AND pool_id IS NULL AND state <> 'SUPERSEDED'
      UNION ALL
      SELECT t.deal_id, 'paid', tm.currency, tm.amount, tm.amount,
        CASE WHEN tm.amount IS NULL THEN 'UNDISCLOSED' ELSE 'EXACT' END::disclosure,
        t.state, t.state_on, t.state_precision
      FROM term_money tm JOIN payment_term t ON t.id = tm.term_id
      WHERE tm.deal_id = ANY (${ids}::uuid[]) AND tm.paid
    ) AS part
    JOIN deal_row d ON d.id = part.deal_id
    LEFT JOIN LATERAL ${rate} AS fx ON true`;
  const parts = groupBy(rows, ({ deal }) => deal);
  return new Map([...parts].map(([deal, own]) => [deal, toMoney(own.map(toPart))]));
}

function toPart({ group, currency, min, max, disclosure, rate, on, source }: Row): Part {
  const used = rate !== null && currency !== null ? { currency, rate, on, source } : null;
  return { group, amount: { currency, min, max, disclosure }, used };
}
