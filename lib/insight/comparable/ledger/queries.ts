import "server-only";
import { dealsOn } from "../../../catalogue/deal/past/queries";
import { dealCondition } from "../../../catalogue/deal/queries";
import type { DealFilter } from "../../../catalogue/deal/schema";
import { type Fragment, sql } from "../../../sql";
import type { LedgerRow } from "../dto";
import { criteriaOf, without } from "../rules";
import type { Asked } from "../schema";

/** Of the deals that fail a criterion alone, the ledger shows the newest. */
const nearestShown = 10;

const amounts = [
  ...["upfront_usd_min", "upfront_usd_max", "headline_usd_min", "headline_usd_max"],
  ...["upfront_share_pct", "royalty_min_pct", "royalty_max_pct"],
];

const words = [
  ...["slug", "title", "type", "status", "announced_on", "announced_precision", "corridor"],
  ...["parties", "giving_names", "taking_names", "asset_names", "modalities", "stage"],
  ...["upfront_disclosure", "headline_disclosure", "fx_source", "royalty_disclosure"],
  ...["royalty_wording", "has_conflict", "unverified", "version"],
];

const columns = [
  ...["deal_id", ...words, "included", "by_hand", "reason", "criterion"],
  ...amounts.map((name) => `trim_scale(${name})::text AS ${name}`),
].join(", ");

/** Those that are in come first, then those that a person left out, then those that fail a criterion. */
const order = sql`included DESC, by_hand DESC, criterion NULLS FIRST, announced_on DESC, deal_id DESC`;

/** Where the lines of a ledger come from, and their order: the catalogue as it is now. */
export function ledgerNow(asked: Asked) {
  const reasons = JSON.stringify(reasonsOf(asked));
  return {
    from: sql`FROM (SELECT deal_row.*, id AS deal_id, included, by_hand, criterion,
        (${reasons}::text::jsonb) ->> slug AS reason
      FROM ${chosen(asked)} JOIN ${dealsOn(asked.criteria.as_of)} USING (id)) AS ledger`,
    order,
  };
}

/** The same of a frozen set. */
export function ledgerOf(setId: string) {
  return { from: sql`FROM comparable_row WHERE set_id = ${setId}::uuid`, order: sql`position` };
}

/** The caller authorises. */
export async function readLedger({ from, order }: ReturnType<typeof ledgerNow>) {
  return sql<LedgerRow[]>`SELECT ${sql.unsafe(columns)} ${from} ORDER BY ${order}`;
}

function reasonsOf({ kept, left }: Asked): Record<string, string> {
  const given = [...kept, ...left].flatMap(({ slug, reason }) => (reason ? [[slug, reason]] : []));
  return Object.fromEntries(given);
}

/** Which deals stand in the ledger, once each, and why. */
function chosen({ criteria, like, kept, left }: Asked): Fragment {
  const handed = { kept: kept.map(({ slug }) => slug), left: left.map(({ slug }) => slug) };
  const moved = [...handed.kept, ...handed.left, ...(like === undefined ? [] : [like])];
  const deals = () => dealsOn(criteria.as_of);
  const meets = dealCondition(criteria);
  const free = sql`slug <> ALL (${moved}::text[])`;
  const keptNow = sql`slug = ANY (${handed.kept}::text[]) AND slug <> ALL (${handed.left}::text[])`;
  const parts = [
    sql`(SELECT id, true AS included, false AS by_hand, NULL AS criterion FROM ${deals()} WHERE ${meets} AND ${free})`,
    sql`(SELECT id, true, true, NULL FROM ${deals()} WHERE ${keptNow})`,
    sql`(SELECT id, false, true, NULL FROM ${deals()} WHERE slug = ANY (${handed.left}::text[]))`,
    sql`(SELECT id, false, false, 'like' FROM ${deals()} WHERE slug = ${like ?? ""}
      AND slug <> ALL (${[...handed.kept, ...handed.left]}::text[]))`,
    ...criteriaOf(criteria).map((name) => failing(criteria, name, free)),
  ];
  return sql`(${parts.map((part, n) => (n === 0 ? part : sql` UNION ALL ${part}`))}) AS chosen`;
}

/** The newest deals that meet all criteria but this one. */
function failing(criteria: DealFilter, name: string, free: Fragment): Fragment {
  return sql`(SELECT id, false, false, ${name}::text FROM ${dealsOn(criteria.as_of)}
    WHERE ${dealCondition(without(criteria, name))} AND (${dealCondition(criteria)}) IS NOT TRUE AND ${free}
    ORDER BY announced_on DESC, id DESC LIMIT ${sql.unsafe(String(nearestShown))})`;
}
