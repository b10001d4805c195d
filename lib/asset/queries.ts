import "server-only";
import { authorize } from "../auth/rules";
import { loadCompanyRefs } from "../company/queries";
import type { Ctx } from "../context";
import { notFound } from "../errors";
import { findIdBySlug } from "../record/queries";
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

/**
 * An asset, what it rests on and who originated it, or NOT_FOUND. When the slug is an old one, `doc.slug`
 * differs from it: the page redirects. A withdrawn asset is still found, with its reason.
 */
export async function getAsset(ctx: Ctx, slug: string) {
  authorize(ctx.actor, "catalogue.read");
  const id = await findIdBySlug(ctx, "ASSET", slug);
  if (!id) throw notFound("Asset");
  const [doc, state] = await Promise.all([
    loadAssetDocs(ctx, [id]).then((docs) => docs.get(id)),
    ctx.db.asset.findUnique({
      select: { withdrawnAt: true, withdrawnReason: true, createdAt: true, updatedAt: true },
      where: { id },
    }),
  ]);
  if (!doc || !state) throw notFound("Asset");
  const companies = await loadCompanyRefs(ctx, doc.originatorId ? [doc.originatorId] : []);
  return { doc, originator: companies.get(doc.originatorId ?? "") ?? null, ...state };
}
