import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { type Fragment, sql } from "../sql";
import type { RatePair, StoredRate } from "./dto";
import { type UsedRate, type Wanted, wantedKey } from "./rules";
import type { FxPolicy } from "./schema";

/**
 * The rate to the dollar for each currency and day: that day's, or else the last one of the week before. What has
 * none is not in the map: no rate, no figure.
 */
export async function findRates(
  ctx: Ctx,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, UsedRate>> {
  authorize(ctx.actor, "catalogue.read");
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<(UsedRate & { asked: string })[]>`
    SELECT w.currency, w.day AS asked, trim_scale(r.rate)::text AS rate, r."on"::text AS "on", r.source
    FROM unnest(${wanted.map(({ currency }) => currency)}::text[], ${wanted.map(({ on }) => on)}::text[])
      AS w (currency, day)
    CROSS JOIN LATERAL fx_in_usd(w.currency::char(3), w.day::date) AS r`;
  return new Map(
    rows.map(({ asked, ...used }) => [wantedKey({ currency: used.currency, on: asked }), used]),
  );
}

/** Every pair that has rates, with its newest one, in the order of the currencies. */
export async function listPairs(ctx: Ctx): Promise<RatePair[]> {
  authorize(ctx.actor, "catalogue.read");
  return ctx.db.$queryRaw<RatePair[]>`
    SELECT pair.base, pair.quote, pair.days, pair.first::text, newest."on"::text AS "on",
      trim_scale(newest.rate)::text AS rate, newest.source
    FROM (
      SELECT base, quote, count(*)::int AS days, min("on") AS first, max("on") AS last
      FROM fx_rate GROUP BY base, quote
    ) AS pair
    JOIN fx_rate AS newest ON newest.base = pair.base AND newest.quote = pair.quote AND newest."on" = pair.last
    ORDER BY pair.quote, pair.base`;
}

const ratesShown = 50;

/** The stored rates of a currency, newest first, from the day before `before` on; `next` is where to go on. */
export async function listRates(
  ctx: Ctx,
  currency: string,
  before: string | null,
): Promise<{ rates: StoredRate[]; next: string | null }> {
  authorize(ctx.actor, "catalogue.read");
  const rates = await ctx.db.$queryRaw<StoredRate[]>`
    SELECT id, base, quote, "on"::text AS "on", trim_scale(rate)::text AS rate, source FROM fx_rate
    WHERE quote = ${currency}::char(3) AND base IN ('EUR', 'USD') AND "on" < coalesce(${before}::date, 'infinity')
    ORDER BY "on" DESC, base LIMIT ${ratesShown + 1}`;
  const beyond = rates[ratesShown]?.on;
  if (beyond === undefined) return { rates, next: null };
  // A day may have a rate from each base; the page ends with a whole day.
  const whole = rates.filter(({ on }) => on !== beyond);
  return { rates: whole, next: whole.at(-1)?.on ?? null };
}

/** The newest day on which each currency had a rate at all, for those who look for one of today in vain. */
export async function newestDays(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.$queryRaw<{ quote: string; on: string }[]>`
    SELECT quote, max("on")::text AS "on" FROM fx_rate GROUP BY quote`;
  return new Map(rows.map(({ quote, on }) => [quote, on]));
}

/** The columns by which a payment's rate is chosen: its currency, the announcement and what became of it. */
type RateColumns = Record<"currency" | "announced" | "announcedPrecision", Fragment> &
  Record<"state" | "stateOn" | "statePrecision", Fragment>;

/**
 * The rate of an amount by a policy, as a row (rate, on, source) of a lateral join; no row where there is none. At
 * the day of payment, what was neither triggered nor paid goes by the announcement's.
 */
export function rateBy(policy: Exclude<FxPolicy, "original">, columns: RateColumns): Fragment {
  return sql`fx_in_usd(${columns.currency}, ${dayBy(policy, columns)})`;
}

/** The same row where amounts are shown as they were said. */
export function noRate(): Fragment {
  return sql`(SELECT NULL::numeric AS rate, NULL::date AS "on", NULL::text AS source)`;
}

function dayBy(policy: Exclude<FxPolicy, "original">, columns: RateColumns): Fragment {
  const known = (day: Fragment, precision: Fragment) =>
    sql`CASE WHEN ${precision} = 'DAY' THEN ${day} END`;
  const announced = known(columns.announced, columns.announcedPrecision);
  switch (policy) {
    case "announcement":
      return announced;
    case "payment":
      return sql`CASE WHEN ${columns.state} IN ('TRIGGERED', 'INVOICED', 'DISPUTED', 'PAID')
        THEN ${known(columns.stateOn, columns.statePrecision)} ELSE ${announced} END`;
    case "today":
      return sql`(now() AT TIME ZONE 'UTC')::date`;
    default:
      return policy satisfies never;
  }
}
