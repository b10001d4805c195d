import "server-only";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { loadEvidence } from "../source/queries";
import { noEvidence } from "../source/schema";
import { type AssetRef, assetDocSelect, assetRefSelect, toAssetDoc, toAssetRef } from "./dto";
import type { AssetDoc } from "./schema";

/** Whole assets by id, with what they rest on. */
export async function loadAssetDocs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssetDoc>> {
  authorize(ctx.actor, "catalogue.read");
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.asset.findMany({
    select: assetDocSelect,
    where: { id: { in: [...ids] } },
  });
  const evidence = await loadEvidence(ctx, "ASSET", ids);
  return new Map(rows.map((row) => [row.id, toAssetDoc(row, evidence.get(row.id) ?? noEvidence)]));
}

/** How these assets show, by id. */
export async function loadAssetRefs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AssetRef>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.asset.findMany({
    select: assetRefSelect,
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(rows.map((row) => [row.id, toAssetRef(row)]));
}
