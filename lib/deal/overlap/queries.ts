import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { endedStatuses } from "../rules";
import { type ExclusiveGrant, overlappingDeals } from "./rules";

/** Of these deals, those whose exclusive grants overlap another deal's over one of their assets. */
export async function findOverlapping(
  ctx: Ctx,
  dealIds: readonly string[],
): Promise<ReadonlySet<string>> {
  authorize(ctx.actor, "catalogue.read");
  if (dealIds.length === 0) return new Set();
  const found = overlappingDeals(await exclusiveGrants(ctx, dealIds));
  return new Set(dealIds.filter((id) => found.has(id)));
}

/** What is granted outright by deals that stand, over the assets of these deals. */
function exclusiveGrants(ctx: Ctx, dealIds: readonly string[]) {
  return ctx.db.$queryRaw<ExclusiveGrant[]>`
    WITH near AS (
      SELECT DISTINCT other.deal_id FROM deal_asset mine
      JOIN deal_asset other ON other.asset_id = mine.asset_id
      WHERE mine.deal_id = ANY (${dealIds}::uuid[])
    )
    SELECT g.deal_id::text AS "dealId", g.grantee_id::text AS "granteeId", g.field,
      ARRAY(SELECT asset_id::text FROM deal_asset WHERE deal_id = d.id) AS "assetIds",
      ARRAY(SELECT company_id::text FROM deal_party WHERE deal_id = d.id AND is_giving(role)) AS "giverIds",
      ARRAY(SELECT code FROM grant_territory
        WHERE grant_id = g.id AND mode = 'INCLUDE' AND condition IS NULL) AS include,
      ARRAY(SELECT code FROM grant_territory WHERE grant_id = g.id AND mode = 'EXCLUDE') AS exclude
    FROM near JOIN deal d ON d.id = near.deal_id JOIN rights_grant g ON g.deal_id = d.id
    WHERE g.exclusivity = 'EXCLUSIVE' AND d.withdrawn_at IS NULL
      AND d.status <> ALL (${[...endedStatuses]}::deal_status[])`;
}

/** The deals of these assets. */
export async function dealsOfAssets(ctx: Ctx, assetIds: readonly string[]): Promise<string[]> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.dealAsset.findMany({
    select: { dealId: true },
    where: { assetId: { in: [...assetIds] } },
    distinct: ["dealId"],
  });
  return rows.map(({ dealId }) => dealId);
}

/** The assets of these deals. */
export async function assetsOfDeals(ctx: Ctx, dealIds: readonly string[]): Promise<string[]> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.dealAsset.findMany({
    select: { assetId: true },
    where: { dealId: { in: [...dealIds] } },
    distinct: ["assetId"],
  });
  return rows.map(({ assetId }) => assetId);
}
