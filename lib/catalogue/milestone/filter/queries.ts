import "server-only";
import { noRate, rateBy } from "../../../fx/queries";
import { relativePeriod } from "../../../relative-date";
import { sql } from "../../../sql";
import type { Fragment } from "../../queries";
import { wordsOf } from "../../rules";
import { holds } from "../../search/queries";
import type { Due, MilestoneFilter, MilestoneScope, Step } from "../schema";

/** What the lists of payments read: every term of a deal that is not withdrawn, but the HEADLINE, which is no payment. */
export const milestoneTables = () => sql`
  payment_term AS t
  JOIN deal_row AS d ON d.id = t.deal_id
  LEFT JOIN company AS payer ON payer.id = t.payer_id
  LEFT JOIN company AS payee ON payee.id = t.payee_id`;

/** The currency of a promise; one that names none is in its deal's only one. */
export const promisedIn = () => sql`coalesce(t.currency::text, nullif(d.currency, 'MIXED'))`;

const actualIn = () => sql`(
  SELECT e.actual_currency::text FROM payment_event e
  WHERE e.term_id = t.id AND e.actual_amount IS NOT NULL ORDER BY e.seq DESC LIMIT 1)`;

/** The rate by which each payment is shown, as the row `fx`; none where it is shown as it was said. */
export function joinedRate({ fx = "original" }: MilestoneFilter): Fragment {
  if (fx === "original") return sql`CROSS JOIN ${noRate()} AS fx`;
  const rate = rateBy(fx, {
    currency: sql`t.currency`,
    announced: sql`d.announced_on`,
    announcedPrecision: sql`d.announced_precision`,
    state: sql`t.state`,
    stateOn: sql`t.state_on`,
    statePrecision: sql`t.state_precision`,
  });
  return sql`LEFT JOIN LATERAL ${rate} AS fx ON true`;
}

/** Which payments a filter lists. What was announced is listed only where it is asked for. */
export function milestoneCondition(filter: MilestoneFilter): Fragment {
  const payments = filter.step === "headline" ? [] : [sql`t.kind <> 'HEADLINE'`];
  return joined([...payments, ...whatParts(filter), ...dealParts(filter), ...whenParts(filter)]);
}

/** Whose payments, and of which deals: the part of a filter that a waterfall shares. */
export function scopeCondition(filter: MilestoneScope): Fragment {
  return joined(dealParts(filter));
}

function joined(parts: Fragment[]): Fragment {
  return parts.length === 0
    ? sql`true`
    : sql`${parts.map((part, n) => (n ? sql` AND ${part}` : part))}`;
}

function whatParts({ state, kind, category, currency, step }: MilestoneFilter): Fragment[] {
  const happened = step === "triggered" || step === "paid";
  const money = happened ? sql`coalesce(${actualIn()}, ${promisedIn()})` : promisedIn();
  return [
    ...when(state, (some) => sql`t.state = ANY (${some}::payment_state[])`),
    ...when(kind, (some) => sql`t.kind = ANY (${some}::term_kind[])`),
    ...when(category, (some) => sql`t.category = ANY (${some}::milestone_category[])`),
    ...when(currency, (some) => sql`${money} = ANY (${some}::text[])`),
    ...when(step, stepCondition),
  ];
}

function dealParts(filter: MilestoneScope): Fragment[] {
  return [
    ...wordsOf(filter.q).map(
      (word) => sql`(${holds(sql`d.words`, word)} OR strpos(fold(t.trigger), fold(${word})) > 0)`,
    ),
    ...when(filter.company, ofCompany),
    ...when(filter.payer, (some) => partyIs(sql`payer.slug`, sql`d.taking_slugs`, some)),
    ...when(filter.payee, (some) => partyIs(sql`payee.slug`, sql`d.giving_slugs`, some)),
    ...when(filter.deal, (some) => sql`d.slug = ANY (${some}::text[])`),
    ...when(filter.from, (some) => sql`d.giving_countries && ${some}::text[]`),
    ...when(filter.to, (some) => sql`d.taking_countries && ${some}::text[]`),
    ...when(filter.announced_from, (day) => sql`d.announced_on >= ${day}::date`),
    ...when(filter.announced_to, (day) => sql`d.announced_on <= ${day}::date`),
  ];
}

function whenParts({ due, due_from, due_to }: MilestoneFilter): Fragment[] {
  return [
    ...when(due_from, (day) => sql`${lastDay()} >= ${day}::date`),
    ...when(due_to, (day) => sql`t.expected_on <= ${day}::date`),
    ...when(
      due,
      (some) =>
        sql`(${some.map((one, n) => (n ? sql` OR ${dueCondition(one)}` : dueCondition(one)))})`,
    ),
  ];
}

const lastDay = () => sql`period_end(t.expected_on, t.expected_precision)`;

/** Today is the day in UTC. */
export function dueCondition(due: Due): Fragment {
  const today = new Date().toISOString().slice(0, 10);
  switch (due) {
    case "owed":
      return sql`t.state IN ('TRIGGERED', 'INVOICED', 'DISPUTED')`;
    case "overdue":
      return sql`(t.state = 'CONTINGENT' AND ${lastDay()} < ${today}::date)`;
    case "undated":
      return sql`(t.state = 'CONTINGENT' AND t.expected_on IS NULL)`;
    case "this-quarter":
    case "next-quarter": {
      const period = relativePeriod(due, today);
      return sql`(t.state = 'CONTINGENT' AND t.expected_on <= ${period?.last ?? today}::date
        AND ${lastDay()} >= ${period?.first ?? today}::date)`;
    }
    default:
      return due satisfies never;
  }
}

/** Which payments a step of the waterfall counts. A draw that has not happened is part of what is left in its pool. */
export function stepCondition(step: Step): Fragment {
  switch (step) {
    case "headline":
      return sql`(t.kind = 'HEADLINE' AND t.state <> 'SUPERSEDED')`;
    case "upfront":
      return sql`(t.kind IN ('UPFRONT', 'PURCHASE_PRICE') AND t.pool_id IS NULL AND t.state <> 'SUPERSEDED')`;
    case "triggered":
      return sql`(t.kind <> 'HEADLINE' AND t.state IN ('TRIGGERED', 'INVOICED', 'DISPUTED', 'PAID'))`;
    case "paid":
      return sql`(t.kind <> 'HEADLINE' AND t.state = 'PAID')`;
    case "lapsed":
      return sql`(t.kind <> 'HEADLINE' AND t.state IN ('LAPSED', 'WAIVED', 'CANCELLED') AND t.pool_id IS NULL)`;
    case "open":
      return sql`(t.kind <> 'HEADLINE' AND t.state = 'CONTINGENT' AND t.pool_id IS NULL)`;
    case "unknown":
      return sql`(t.kind <> 'HEADLINE' AND t.state = 'UNKNOWN' AND t.pool_id IS NULL)`;
    default:
      return step satisfies never;
  }
}

/**
 * One who pays, or is paid: a party of the deal, which an index finds. An announced total that names nobody
 * belongs to both sides of its deal.
 */
function partyIs(party: Fragment, side: Fragment, slugs: string[]): Fragment {
  return sql`d.company_slugs && ${slugs}::text[] AND (${party} = ANY (${slugs}::text[]) OR (t.kind = 'HEADLINE'
    AND t.payer_id IS NULL AND t.payee_id IS NULL AND ${side} && ${slugs}::text[]))`;
}

/** Who pays or is paid; of a payment that does not say both, every company of its deal. */
function ofCompany(slugs: string[]): Fragment {
  return sql`(payer.slug = ANY (${slugs}::text[]) OR payee.slug = ANY (${slugs}::text[])
    OR ((t.payer_id IS NULL OR t.payee_id IS NULL) AND d.company_slugs && ${slugs}::text[]))`;
}

function when<T>(value: T | undefined, condition: (value: T) => Fragment): Fragment[] {
  return value === undefined ? [] : [condition(value)];
}
