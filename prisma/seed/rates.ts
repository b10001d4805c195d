import type { Ctx } from "@/lib/context";
import { scaled } from "@/lib/decimal";
import { addRate } from "@/lib/fx/commands";
import { type Rate, rateInput } from "@/lib/fx/schema";
import type { RateRow, SourceRow } from "./files";

const places = 10n;

/** Units of the currency for one dollar, as two figures for one amount imply it, to ten places. */
function impliedRate({ amount, dollars }: RateRow): string {
  const by = scaled(dollars);
  const rate = (scaled(amount) * 10n ** places * 2n + by) / (by * 2n);
  const digits = String(rate).padStart(Number(places) + 1, "0");
  return `${digits.slice(0, -Number(places))}.${digits.slice(-Number(places))}`;
}

/** A rate that an announcement implies by giving one amount in two currencies: it says so, and where. */
export function toRate(row: RateRow, sources: ReadonlyMap<string, SourceRow>): Rate {
  const { deal, on, currency, amount, dollars } = row;
  const source = sources.get(row.source);
  if (!source) throw new Error(`${deal} names no source that is there: ${row.source}`);
  const said = [source.publisher, source.url].filter(Boolean).join(", ");
  return rateInput.parse({
    ...{ base: "USD", quote: currency, on, rate: impliedRate(row) },
    source: `Implied by the announcement: ${currency} ${amount} given as USD ${dollars} (${said})`,
  });
}

/** Adds the rates of days that have none; what people corrected stays. */
export async function addRates(ctx: Ctx, rates: readonly Rate[]) {
  const rows = await ctx.db.fxRate.findMany({
    select: { base: true, quote: true, on: true },
    where: { base: "USD", quote: { in: rates.map(({ quote }) => quote) } },
  });
  const known = new Set(rows.map(({ quote, on }) => `${quote} ${on.toISOString().slice(0, 10)}`));
  const missing = rates.filter(({ quote, on }) => !known.has(`${quote} ${on}`));
  for (const rate of missing) await addRate(ctx, rate);
  return { added: missing.length, there: rates.length - missing.length };
}
