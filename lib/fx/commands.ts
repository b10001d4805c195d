import "server-only";
import { authorize } from "../auth/rules";
import { type Ctx, inTransaction } from "../context";
import { AppError, invalidField, notFound } from "../errors";
import { type AuditInput, record } from "../history/commands";
import type { Change } from "../history/rules";
import { currencies } from "../money/schema";
import type { RatesKept } from "./dto";
import { type BankFile, centralBank, type Series } from "./file/rules";
import { currencyId } from "./rules";
import { type Base, isBase, type Rate, type RateCorrection } from "./schema";

/** Rates of one pair, which one source says. */
type Kept = Series & { base: Base; source: string };

/**
 * Keeps the bank's file: its word replaces any other for the same pair and day. The same file again writes nothing.
 */
export function importRates(ctx: Ctx, { series }: BankFile): Promise<RatesKept> {
  authorize(ctx.actor, "rates.write");
  return keep(
    ctx,
    "import",
    series.map((one) => ({ ...one, base: "EUR", source: centralBank })),
  );
}

/**
 * Adds one rate that somebody looked up.
 * @throws AppError INVALID on `on` where that day has a rate: it is corrected, not added twice
 */
export function addRate(ctx: Ctx, { on, rate, base, quote, source }: Rate): Promise<RatesKept> {
  authorize(ctx.actor, "rates.write");
  return inTransaction(ctx, async (ctx) => {
    await holdRates(ctx);
    const there = await ctx.db.fxRate.findFirst({
      where: { base, quote, on: new Date(`${on}T00:00:00Z`) },
      select: { id: true },
    });
    if (there) throw invalidField("on", "This day has a rate already; correct that one");
    return keep(ctx, "create", [{ base, quote, source, days: [{ on, rate }] }]);
  });
}

/** @throws AppError NOT_FOUND; CONFLICT where the rate is no longer what the person saw */
export function correctRate(ctx: Ctx, input: RateCorrection): Promise<RatesKept> {
  authorize(ctx.actor, "rates.write");
  return inTransaction(ctx, async (ctx) => {
    await holdRates(ctx);
    const row = await ctx.db.fxRate.findUnique({ where: { id: input.id } });
    if (!row) throw notFound("Rate");
    if (row.rate.toFixed() !== input.was) {
      throw new AppError("CONFLICT", "Someone else saved this first");
    }
    const on = row.on.toISOString().slice(0, 10);
    const { base, quote } = row;
    if (!isBase(base)) throw new Error(`a rate is told from ${base}`);
    const { rate, source } = input;
    return keep(ctx, "update", [{ base, quote, source, days: [{ on, rate }] }]);
  });
}

/** One writer of rates at a time, and no row of a deal is made meanwhile. Held to the end of the transaction. */
async function holdRates(ctx: Ctx) {
  await ctx.db.$executeRaw`SELECT hold_fx_rates()`;
}

/** The one way in: writes what differs, an entry a currency, and the deals' figures that go by it. */
function keep(ctx: Ctx, action: string, pairs: readonly Kept[]): Promise<RatesKept> {
  return inTransaction(ctx, async (ctx) => {
    await holdRates(ctx);
    const written: Written[] = [];
    for (const pair of pairs) written.push(await write(ctx, pair));
    await record(
      ctx,
      written.flatMap((one) => entryOf(action, one) ?? []),
    );
    const sum = (count: (one: Written) => number) =>
      written.reduce((total, one) => total + count(one), 0);
    const [added, changed] = [sum((one) => one.added), sum((one) => one.corrected.length)];
    const given = pairs.reduce((total, { days }) => total + days.length, 0);
    const deals = await refreshDeals(ctx, written);
    return { added, changed, unchanged: given - added - changed, deals };
  });
}

type Corrected = { on: string; rate: string; was: string; said: string };

type Written = {
  pair: Kept;
  added: number;
  /** The first and the last day of what was added or corrected; null where nothing was. */
  first: string | null;
  last: string | null;
  corrected: Corrected[];
};

async function write(ctx: Ctx, pair: Kept): Promise<Written> {
  const { base, quote, days, source } = pair;
  const [row] = await ctx.db.$queryRaw<Omit<Written, "pair">[]>`
    WITH given AS (
      SELECT * FROM unnest(${days.map(({ on }) => on)}::date[], ${days.map(({ rate }) => rate)}::numeric[])
        AS day ("on", rate)
    ), was AS MATERIALIZED (
      SELECT r."on", r.rate, r.source FROM fx_rate r JOIN given USING ("on")
      WHERE r.base = ${base} AND r.quote = ${quote}
    ), put AS (
      INSERT INTO fx_rate (id, base, quote, "on", rate, source)
      SELECT gen_random_uuid(), ${base}, ${quote}, "on", rate, ${source} FROM given
      ON CONFLICT (base, quote, "on") DO UPDATE SET rate = excluded.rate, source = excluded.source
        WHERE (fx_rate.rate, fx_rate.source) IS DISTINCT FROM (excluded.rate, excluded.source)
      RETURNING "on", rate
    )
    SELECT count(*) FILTER (WHERE was.rate IS NULL)::int AS added,
      min("on")::text AS first, max("on")::text AS last,
      coalesce(jsonb_agg(jsonb_build_object('on', "on", 'rate', trim_scale(put.rate)::text,
        'was', trim_scale(was.rate)::text, 'said', was.source) ORDER BY "on")
        FILTER (WHERE was.rate IS NOT NULL), '[]') AS corrected
    FROM put LEFT JOIN was USING ("on")`;
  return { pair, added: 0, first: null, last: null, corrected: [], ...row };
}

/** One rate is told as it is, many that are new by their number. Null where nothing was written. */
function entryOf(action: string, written: Written): AuditInput | null {
  const { pair, added, first, last, corrected } = written;
  const { base, quote, source, days } = pair;
  const name = (on: string) => `${base}/${quote} ${on}`;
  const changes: Change[] = corrected.map(({ on, rate, was, said }) => ({
    path: name(on),
    before: { rate: was, source: said },
    after: { rate, source },
  }));
  const [only] = days;
  if (added === 1 && only && days.length === 1) {
    changes.push({ path: name(only.on), before: null, after: { rate: only.rate, source } });
  } else if (added > 0) {
    const after = { rateCount: added, firstDay: first, lastDay: last, source };
    changes.push({ path: "ratesAdded", before: null, after });
  }
  if (changes.length === 0) return null;
  return { entity: "CURRENCY", entityId: currencyId(quote), action, version: null, changes };
}

/** A rate counts for its own day and the seven after it, and that of the dollar for every currency. */
async function refreshDeals(ctx: Ctx, written: readonly Written[]): Promise<number> {
  const touched = written.filter(({ first }) => first !== null);
  const days = touched.flatMap(({ first, last }) => [first ?? [], last ?? []].flat()).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const dollar = touched.some(({ pair }) => pair.quote === "USD");
  const codes = dollar
    ? [...currencies].filter((code) => code !== "USD")
    : touched.map(({ pair }) => pair.quote);
  const [row] = await ctx.db.$queryRaw<{ deals: number }[]>`
    SELECT refresh_deal_usd(ARRAY(
      SELECT deals_converted(${codes}::char(3)[], ${first}::date, ${last}::date + 7))) AS deals`;
  return row?.deals ?? 0;
}
