import "server-only";
import { authorize } from "../../auth/rules";
import { countDeals } from "../../catalogue/deal/count/queries";
import type { Query } from "../../catalogue/rules";
import type { Ctx } from "../../context";
import { AppError } from "../../errors";
import { sql } from "../../sql";
import {
  type Comparables,
  type Criterion,
  type LedgerDeal,
  type LedgerRow,
  toLedgerDeal,
} from "./dto";
import { ledgerNow, readLedger } from "./ledger/queries";
import { criteriaOf, type Measured, spreadOf, weightOf, without } from "./rules";
import { type Asked, type Measure, measures } from "./schema";

/** Deals that a set holds at most: more are a market, not comparables. */
export const mostDeals = 2000;

/**
 * The ledger's lines: the deals that meet all criteria, those that a person moved, and the newest of those that fail
 * one criterion alone; and how many more deals there would be without each criterion.
 * @throws AppError INVALID when more than `mostDeals` meet them
 */
export async function askLedger(
  ctx: Ctx,
  asked: Asked,
): Promise<{ rows: LedgerRow[]; criteria: Criterion[] }> {
  authorize(ctx.actor, "catalogue.read");
  const matching = await countDeals(ctx, asked.criteria);
  if (matching > mostDeals) throw tooMany(matching);
  const names = criteriaOf(asked.criteria);
  const [rows, counts] = await Promise.all([
    readLedger(ledgerNow(asked)),
    Promise.all(names.map((name) => countDeals(ctx, without(asked.criteria, name)))),
  ]);
  const more = (at: number) => (counts[at] ?? matching) - matching;
  return { rows, criteria: names.map((name, at) => ({ name, more: more(at) })) };
}

/** A set as the catalogue is on its day. `day` is an ISO day, from which weights are reckoned. */
export async function getComparables(ctx: Ctx, asked: Asked, day: string): Promise<Comparables> {
  const { rows, criteria } = await askLedger(ctx, asked);
  return { ...withSpreads(rows, asked.halfLife, day), criteria };
}

function tooMany(count: number) {
  return new AppError("INVALID", "More than {maximum} deals meet these criteria: narrow them", {
    values: { count, maximum: mostDeals },
  });
}

/** A ledger as it is shown: the same for rows of the catalogue and of a frozen set. */
export function withSpreads(
  rows: readonly LedgerRow[],
  halfLife: number | undefined,
  day: string,
): Omit<Comparables, "criteria"> {
  const measured: Measured[] = [];
  const deals: LedgerDeal[] = [];
  const left: LedgerDeal[] = [];
  for (const row of rows) {
    const deal = toLedgerDeal(row);
    (deal.included ? deals : left).push(deal);
    const weight = weightOf(row.announced_on, day, halfLife);
    if (deal.included) measured.push({ figures: deal.figures, weight });
  }
  const spread = (measure: Measure) => spreadOf(measured, measure, halfLife !== undefined);
  const [upfront, headline, share, royalty] = measures.map(spread);
  if (!upfront || !headline || !share || !royalty) throw new RangeError("a measure is missing");
  return { deals, left, spreads: { upfront, headline, share, royalty } };
}

/** The deal that others are compared with, and the criteria that it suggests: what it is, how far its assets were, whence and whither. */
export async function findSubject(
  ctx: Ctx,
  slug: string,
): Promise<{ title: string; criteria: Query } | null> {
  authorize(ctx.actor, "catalogue.read");
  const [deal] = await sql<{ title: string; criteria: Query }[]>`
    SELECT title, jsonb_build_object('type', ARRAY[type], 'stage', stages, 'modality', modalities,
      'from', giving_countries, 'to', taking_countries) AS criteria
    FROM deal_row WHERE slug = ${slug}`;
  return deal ?? null;
}
