import "server-only";
import { authorize } from "../../auth/rules";
import { countDeals } from "../../catalogue/deal/count/queries";
import { dealCondition } from "../../catalogue/deal/queries";
import type { DealFilter } from "../../catalogue/deal/schema";
import type { Ctx } from "../../context";
import { AppError } from "../../errors";
import { type Fragment, sql } from "../../sql";
import { type LedgerDeal, type LedgerRow, toLedgerDeal } from "./dto";
import { criteriaOf, type Measured, type Spread, spreadOf, weightOf, without } from "./rules";
import { type Asked, type Measure, measures } from "./schema";

/** Deals that a set holds at most: more are a market, not comparables. */
export const mostDeals = 2000;

/** Of those that fail a criterion alone, the ledger shows the newest. */
const nearestShown = 10;

/** A criterion, and how many more deals there would be without it. */
export type Criterion = { name: string; more: number };

export type Comparables = {
  deals: LedgerDeal[];
  left: LedgerDeal[];
  criteria: Criterion[];
  spreads: Record<Measure, Spread>;
};

/**
 * The deals that meet all criteria, those that a person moved, and those that fail one criterion alone, the
 * newest first, each with why.
 * @throws AppError LIMITED when more than `mostDeals` meet them
 */
export async function getComparables(ctx: Ctx, asked: Asked, today: string): Promise<Comparables> {
  authorize(ctx.actor, "catalogue.read");
  const matching = await countDeals(ctx, asked.criteria);
  if (matching > mostDeals) throw tooMany(matching);
  const names = criteriaOf(asked.criteria);
  const [rows, counts] = await Promise.all([
    readLedger(asked),
    Promise.all(names.map((name) => countDeals(ctx, without(asked.criteria, name)))),
  ]);
  return {
    ...withSpreads(rows, asked.halfLife, today),
    criteria: names.map((name, at) => ({ name, more: (counts[at] ?? matching) - matching })),
  };
}

function tooMany(count: number) {
  return new AppError(
    "LIMITED",
    "{count} deals meet these criteria and a set holds {maximum}: narrow it",
    {
      values: { count, maximum: mostDeals },
    },
  );
}

/** A ledger as it is shown: the same for rows of the catalogue and of a frozen set. */
export function withSpreads(
  rows: readonly LedgerRow[],
  halfLife: number | undefined,
  today: string,
): Omit<Comparables, "criteria"> {
  const measured: Measured[] = [];
  const deals: LedgerDeal[] = [];
  const left: LedgerDeal[] = [];
  for (const row of rows) {
    const deal = toLedgerDeal(row);
    (deal.included ? deals : left).push(deal);
    const weight = weightOf(row.announced_on, today, halfLife);
    if (deal.included) measured.push({ figures: deal.figures, weight });
  }
  const spread = (measure: Measure) => spreadOf(measured, measure, halfLife !== undefined);
  const [upfront, headline, share, royalty] = measures.map(spread);
  if (!upfront || !headline || !share || !royalty) throw new RangeError("a measure is missing");
  return { deals, left, spreads: { upfront, headline, share, royalty } };
}

const amounts = [
  ...["upfront_usd_min", "upfront_usd_max", "headline_usd_min", "headline_usd_max"],
  ...["upfront_share_pct", "royalty_min_pct", "royalty_max_pct"],
];

const words = [
  ...["slug", "title", "type", "status", "announced_on", "announced_precision", "corridor"],
  ...["parties", "asset_names", "modalities", "stage", "upfront_disclosure"],
  ...["headline_disclosure", "royalty_disclosure", "royalty_wording", "has_conflict"],
  ...["unverified", "version"],
];

const columns = [...words, ...amounts.map((name) => `trim_scale(${name}) AS ${name}`)].join(", ");

export async function readLedger(asked: Asked): Promise<LedgerRow[]> {
  return sql<LedgerRow[]>`
    SELECT id AS deal_id, ${sql.unsafe(columns)}, included, by_hand,
      (${sql.json(reasonsOf(asked))}::jsonb) ->> slug AS reason, criterion
    FROM ${chosen(asked)} JOIN deal_row USING (id)
    ORDER BY included DESC, by_hand DESC, criterion NULLS FIRST, announced_on DESC, id DESC`;
}

function reasonsOf({ kept, left }: Asked): Record<string, string> {
  const given = [...kept, ...left].flatMap(({ slug, reason }) => (reason ? [[slug, reason]] : []));
  return Object.fromEntries(given);
}

/** Which deals stand in the ledger, once each, and why. */
function chosen({ criteria, like, kept, left }: Asked): Fragment {
  const handed = { kept: kept.map(({ slug }) => slug), left: left.map(({ slug }) => slug) };
  const moved = [...handed.kept, ...handed.left, ...(like === undefined ? [] : [like])];
  const meets = dealCondition(criteria);
  const free = sql`slug <> ALL (${moved}::text[])`;
  const keptNow = sql`slug = ANY (${handed.kept}::text[]) AND slug <> ALL (${handed.left}::text[])`;
  const parts = [
    sql`(SELECT id, true AS included, false AS by_hand, NULL AS criterion FROM deal_row WHERE ${meets} AND ${free})`,
    sql`(SELECT id, true, true, NULL FROM deal_row WHERE ${keptNow})`,
    sql`(SELECT id, false, true, NULL FROM deal_row WHERE slug = ANY (${handed.left}::text[]))`,
    sql`(SELECT id, false, false, 'like' FROM deal_row WHERE slug = ${like ?? null}
      AND slug <> ALL (${[...handed.kept, ...handed.left]}::text[]))`,
    ...criteriaOf(criteria).map((name) => failing(criteria, name, free)),
  ];
  return sql`(${parts.map((part, n) => (n === 0 ? part : sql` UNION ALL ${part}`))}) AS chosen`;
}

/** The newest deals that meet all criteria but this one. */
function failing(criteria: DealFilter, name: string, free: Fragment): Fragment {
  return sql`(SELECT id, false, false, ${name}::text FROM deal_row
    WHERE ${dealCondition(without(criteria, name))} AND (${dealCondition(criteria)}) IS NOT TRUE AND ${free}
    ORDER BY announced_on DESC, id DESC LIMIT ${nearestShown})`;
}
