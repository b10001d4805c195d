import "server-only";
import { sql } from "../../../sql";
import type { Fragment } from "../../queries";
import { holds } from "../../search/queries";
import { type DealFilter, type Emptiable, keyed } from "../schema";
import { keyOf } from "../tally/queries";
import { warnedDeals } from "../warning/queries";

/** What a row must hold for a search: each of its words. */
export function searchConditions(q: string | undefined): Fragment[] {
  return q ? [holds(sql`words`, q)] : [];
}

/** Where nothing is known. Money that a source says there is none of is known, and so is a sum of two currencies. */
const blank: Record<Emptiable, () => Fragment> = {
  upfront: () => sql`upfront_disclosure IN ('NOT_RESEARCHED', 'UNDISCLOSED')`,
  headline: () => sql`headline_disclosure IN ('NOT_RESEARCHED', 'UNDISCLOSED')`,
  paid: () => sql`paid_to_date IS NULL`,
  closed_on: () => sql`closed_on IS NULL`,
  stage: () => sql`stage IS NULL`,
  licensor: () => sql`giving_key IS NULL`,
  licensee: () => sql`taking_key IS NULL`,
  indication: () => sql`indications = '{}'`,
  target: () => sql`targets = '{}'`,
};

/** What each filter but the search and what was picked asks of a row, apart: a range is one thing, from its start to its end. */
export function filterConditions(filter: DealFilter): Fragment[] {
  return [
    ...keyConditions(filter),
    ...listConditions(filter),
    ...range(sql`announced_on`, sql`date`, filter.announced_from, filter.announced_to),
    ...moneyConditions(filter),
    ...(filter.empty ?? []).map((name) => blank[name]()),
    ...(filter.filled ?? []).map((name) => sql`NOT (${blank[name]()})`),
    ...doubtConditions(filter),
  ];
}

function doubtConditions(filter: DealFilter): Fragment[] {
  return [
    ...when(filter.has_conflict, (held) => sql`has_conflict = ${held}`),
    ...when(filter.unverified, (held) => sql`unverified = ${held}`),
    ...when(
      filter.warning,
      (codes) => sql`id IN (SELECT id FROM (${warnedDeals(codes)}) AS warned)`,
    ),
  ];
}

/** Any of a filter's values, by the index that holds the values of all such filters. */
function keyConditions(filter: DealFilter): Fragment[] {
  return keyed.flatMap((facet) =>
    when(filter[facet], (values) => {
      const keys = values.map((value) => keyOf(facet, value));
      return sql`keys && ${keys}::text[]`;
    }),
  );
}

/** What a person picked, or one batch changed: not what a deal is, but which. It narrows, whatever else is asked. */
export function pickedConditions(filter: DealFilter): Fragment[] {
  return [
    ...when(filter.id, (ids) => sql`id = ANY (${ids}::uuid[])`),
    ...when(
      filter.batch,
      (batch) => sql`id IN (SELECT entity_id FROM audit_entry
        WHERE batch_id = ${batch}::uuid AND entity = 'DEAL')`,
    ),
  ];
}

function listConditions(filter: DealFilter): Fragment[] {
  const sharing = (column: Fragment, values: string[] | undefined) =>
    when(values, (some) => sql`${column} && ${some}::text[]`);
  return [
    ...sharing(sql`indications`, filter.indication),
    ...sharing(sql`targets`, filter.target),
    ...sharing(sql`tags`, filter.tag),
    ...sharing(sql`company_slugs`, filter.company),
    ...sharing(sql`giving_slugs`, filter.licensor),
    ...sharing(sql`taking_slugs`, filter.licensee),
    ...sharing(sql`countries`, filter.country),
  ];
}

function moneyConditions(filter: DealFilter): Fragment[] {
  const amount = sql`numeric`;
  const told = (name: "upfront" | "headline") => filter.disclosed?.includes(name) || undefined;
  return [
    ...when(told("upfront"), () => sql`(upfront_min IS NOT NULL OR upfront_max IS NOT NULL)`),
    ...when(told("headline"), () => sql`(headline_min IS NOT NULL OR headline_max IS NOT NULL)`),
    ...range(sql`upfront_usd`, amount, filter.upfront_min, filter.upfront_max),
    ...range(sql`headline_usd`, amount, filter.headline_min, filter.headline_max),
  ];
}

function when<T>(value: T | undefined, condition: (value: T) => Fragment): Fragment[] {
  return value === undefined ? [] : [condition(value)];
}

function range(column: Fragment, type: Fragment, from?: string, to?: string): Fragment[] {
  const ends = [
    ...when(from, (least) => sql`${column} >= ${least}::${type}`),
    ...when(to, (most) => sql`${column} <= ${most}::${type}`),
  ];
  return ends.length > 0 ? [joined(ends, sql`AND`)] : [];
}

/** Conditions as one, in brackets; of none, what every row meets. */
export function joined(conditions: Fragment[], by: Fragment): Fragment {
  if (conditions.length === 0) return sql`true`;
  return sql`(${conditions.map((one, n) => (n === 0 ? one : sql` ${by} ${one}`))})`;
}
