import { saveAssets } from "@/lib/asset/commands";
import { saveCompanies } from "@/lib/company/commands";
import { type Ctx, inTransaction } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import type { Noun, Saved } from "@/lib/record/rules";
import { toAsset } from "./assets";
import { toCompany } from "./companies";
import { toDeal } from "./deals";
import { readCatalogue } from "./files";
import { addRates, toRate } from "./rates";

export type Loaded = Record<
  "companies" | "assets" | "rates" | "deals",
  { added: number; there: number }
>;

/** Saves what history does not know; what it knows stays as people made it, or away if they purged it. */
async function add<Input extends { id?: string }>(
  ctx: Ctx,
  entity: Noun,
  inputs: readonly Input[],
  save: (ctx: Ctx, missing: Input[]) => Promise<Saved[]>,
) {
  const entries = await ctx.db.auditEntry.findMany({
    select: { entityId: true },
    where: { entity, entityId: { in: inputs.flatMap(({ id }) => id ?? []) } },
    distinct: "entityId",
  });
  const known = new Set(entries.map(({ entityId }) => entityId));
  const missing = inputs.filter(({ id }) => id !== undefined && !known.has(id));
  if (missing.length > 0) await save(ctx, missing);
  return { added: missing.length, there: inputs.length - missing.length };
}

/** Loads the starting catalogue through the rooms' own commands, whole or not at all. A second run changes nothing. */
export function loadCatalogue(ctx: Ctx): Promise<Loaded> {
  const files = readCatalogue();
  const sources = new Map(files.sources.map((source) => [source.key, source]));
  const companies = files.companies.map((company) => toCompany(company, sources));
  const assets = files.assets.map(toAsset);
  const rates = files.rates.map((rate) => toRate(rate, sources));
  const deals = files.deals.map((deal) => toDeal(deal, sources));
  return inTransaction(ctx, async (ctx) => ({
    companies: await add(ctx, "COMPANY", companies, saveCompanies),
    assets: await add(ctx, "ASSET", assets, saveAssets),
    rates: await addRates(ctx, rates),
    deals: await add(ctx, "DEAL", deals, saveDeals),
  }));
}
