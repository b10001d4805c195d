import "server-only";
import { v7 as uuid } from "uuid";
import type { EntityKind } from "@/prisma/generated/enums";
import type { Ctx } from "../context";
import { announce } from "./announce/commands";
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
  await insertEntries(ctx, entries);
  await announce(ctx, entries);
  await refreshDealRows(ctx, entries, alsoDeals);
}

/**
 * `record` for changes of deals' own columns alone, such as status, dates and tags: their rows take over just
 * these, in a quarter of the time. The caller has changed these deals, so that it holds them.
 */
export async function recordHeads(
  ctx: Ctx,
  entries: readonly (AuditInput & { entity: "DEAL" })[],
): Promise<void> {
  if (entries.length === 0) return;
  await insertEntries(ctx, entries);
  await announce(ctx, entries);
  const ids = entries.map((entry) => entry.entityId);
  await ctx.db.$executeRaw`SELECT refresh_deal_heads(${ids}::uuid[])`;
}

/** One statement however many they are: Prisma's createMany takes sixteen times as long for a thousand. */
async function insertEntries(ctx: Ctx, entries: readonly AuditInput[]) {
  const rows = entries.map(({ entityId, reason = null, ...entry }) => ({
    ...{ id: uuid(), entity_id: entityId, reason },
    ...entry,
  }));
  await ctx.db.$executeRaw`
    INSERT INTO audit_entry (id, at, actor_id, actor_name, via, batch_id,
      entity, entity_id, action, version, changes, reason)
    SELECT id, ${new Date()}, ${actorId(ctx)}::uuid, ${actorName(ctx)}, ${ctx.via}::via, ${ctx.batchId ?? null}::uuid,
      entity, entity_id, action, version, changes, reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS entry(id uuid, entity entity_kind,
      entity_id uuid, action text, version int, changes jsonb, reason text)`;
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
