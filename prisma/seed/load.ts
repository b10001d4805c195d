import { saveAssets } from "@/lib/asset/commands";
import { saveCompanies } from "@/lib/company/commands";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import type { Saved } from "@/lib/record/rules";
import { toAsset } from "./assets";
import { toCompany } from "./companies";
import { toDeal } from "./deals";
import { readRows } from "./files";

export type Loaded = Record<"companies" | "assets" | "deals", { added: number; there: number }>;

type Table = { findMany(args: { select: { id: true } }): PromiseLike<{ id: string }[]> };

/** Saves what is not there yet; what is there stays as people made it since. */
async function add<I extends { id?: string }>(
  table: Table,
  inputs: readonly I[],
  save: (missing: I[]) => Promise<Saved[]>,
) {
  const there = new Set((await table.findMany({ select: { id: true } })).map(({ id }) => id));
  const missing = inputs.filter(({ id }) => id === undefined || !there.has(id));
  if (missing.length > 0) await save(missing);
  return { added: missing.length, there: inputs.length - missing.length };
}

/** Loads the starting catalogue through the rooms' own commands. A second run changes nothing. */
export async function loadCatalogue(ctx: Ctx): Promise<Loaded> {
  const sources = new Map(readRows("sources").map((source) => [source.key, source]));
  const companies = readRows("companies").map((company) => toCompany(company, sources));
  const assets = readRows("assets").map(toAsset);
  const deals = readRows("deals").map((deal) => toDeal(deal, sources));
  return {
    companies: await add(ctx.db.company, companies, (missing) => saveCompanies(ctx, missing)),
    assets: await add(ctx.db.asset, assets, (missing) => saveAssets(ctx, missing)),
    deals: await add(ctx.db.deal, deals, (missing) => saveDeals(ctx, missing)),
  };
}
