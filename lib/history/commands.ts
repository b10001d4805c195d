import "server-only";
import { v7 as uuid } from "uuid";
import type { EntityKind } from "@/prisma/generated/enums";
import type { Ctx } from "../context";
import type { Change } from "./rules";

export type AuditInput = {
  entity: EntityKind;
  entityId: string;
  /** create, update, withdraw, restore, purge, payment … */
  action: string;
  /** The entity's version after the change; null for what has none. */
  version: number | null;
  changes: Change[];
  reason?: string;
};

/** The person's id; null for a script and a stranger. */
function actorId({ actor }: Ctx): string | null {
  return actor.kind === "user" ? actor.id : null;
}

function actorName({ actor }: Ctx): string {
  return actor.kind === "anonymous" ? "anonymous" : actor.name;
}

/**
 * Writes history, in the caller's transaction, and brings the read model in step with what it records.
 * `alsoDeals` are deals that show a record no longer tied to them, such as a removed link's other end.
 */
export async function record(
  ctx: Ctx,
  entries: readonly AuditInput[],
  alsoDeals: readonly string[] = [],
): Promise<void> {
  if (entries.length === 0) return;
  const batchId = ctx.batchId ?? null;
  await ctx.db.auditEntry.createMany({
    data: entries.map((entry) => ({
      id: uuid(),
      actorId: actorId(ctx),
      actorName: actorName(ctx),
      via: ctx.via,
      batchId,
      entity: entry.entity,
      entityId: entry.entityId,
      action: entry.action,
      version: entry.version,
      changes: entry.changes,
      reason: entry.reason ?? null,
    })),
  });
  await refreshDealRows(ctx, entries, alsoDeals);
}

async function refreshDealRows(
  ctx: Ctx,
  entries: readonly AuditInput[],
  alsoDeals: readonly string[],
) {
  const ids = (entity: EntityKind) =>
    entries.filter((entry) => entry.entity === entity).map((entry) => entry.entityId);
  await ctx.db.$executeRaw`
    SELECT refresh_deal_rows(ARRAY(
      SELECT deals_showing('DEAL', ${ids("DEAL")}::uuid[])
      UNION SELECT deals_showing('COMPANY', ${ids("COMPANY")}::uuid[])
      UNION SELECT deals_showing('ASSET', ${ids("ASSET")}::uuid[])
      UNION SELECT deals_showing('SOURCE', ${ids("SOURCE")}::uuid[])
      UNION SELECT unnest(${alsoDeals}::uuid[])))`;
}
