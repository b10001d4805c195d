import "server-only";
import type { Ctx } from "../../../context";
import { listRecentChanges } from "../../../history/queries";
import type { RecentChange } from "../dto";

/** What people changed lately, with the names that the records have today. */
export async function recentChanges(ctx: Ctx, limit: number): Promise<RecentChange[]> {
  const entries = await listRecentChanges(ctx, limit);
  const names = await namesOf(
    ctx,
    entries.map(({ entityId }) => entityId),
  );
  return entries.map(({ id, at, actorName, action, entity, entityId, changes }) => ({
    ...{ id, at, actorName, action },
    noun: entity === "COMPANY" || entity === "ASSET" ? entity : "DEAL",
    record: names.get(entityId) ?? null,
    fields: changes.length,
  }));
}

async function namesOf(ctx: Ctx, ids: readonly string[]) {
  const where = { id: { in: [...new Set(ids)] } };
  const byName = { select: { id: true, slug: true, name: true }, where } as const;
  const [deals, companies, assets] = await Promise.all([
    ctx.db.deal.findMany({ select: { id: true, slug: true, title: true }, where }),
    ctx.db.company.findMany(byName),
    ctx.db.asset.findMany(byName),
  ]);
  return new Map([
    ...deals.map(({ id, slug, title }) => [id, { slug, name: title }] as const),
    ...[...companies, ...assets].map(({ id, slug, name }) => [id, { slug, name }] as const),
  ]);
}
