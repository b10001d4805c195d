import "server-only";
import type { EntityKind } from "@/prisma/generated/enums";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { notFound } from "../errors";
import { groupBy } from "../group";
import { claimSelect, sourceSelect, toClaim, toSource } from "./dto";
import { sourcesOf } from "./rules";
import type { ClaimInput, Evidence, SourceInput } from "./schema";

/** The claims of each record, in their order. */
export async function loadClaims(
  ctx: Ctx,
  entity: EntityKind,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimInput[]>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.claim.findMany({
    select: { ...claimSelect, entityId: true },
    where: { entity, entityId: { in: [...entityIds] } },
    orderBy: [{ entityId: "asc" }, { position: "asc" }, { id: "asc" }],
  });
  const groups = groupBy(rows, (row) => row.entityId);
  return new Map(
    [...groups].map(([id, claims]) => [
      id,
      claims.map(({ entityId: _, ...claim }) => toClaim(claim)),
    ]),
  );
}

export async function loadSources(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceInput>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.source.findMany({
    select: sourceSelect,
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(rows.map((row) => [row.id, toSource(row)]));
}

/** The stored document of this id or, else, of this address; null where there is none. */
export async function findSource(
  ctx: Ctx,
  { id, url }: Pick<SourceInput, "id" | "url">,
): Promise<SourceInput | null> {
  authorize(ctx.actor, "catalogue.read");
  const known = [{ id }, ...(url ? [{ url }] : [])];
  const rows = await ctx.db.source.findMany({ select: sourceSelect, where: { OR: known } });
  const row = rows.find((one) => one.id === id) ?? rows[0];
  return row ? toSource(row) : null;
}

/** What each record rests on: its claims, and their sources. A record without any is not in the map. */
export async function loadEvidence(
  ctx: Ctx,
  entity: EntityKind,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, Evidence>> {
  const claims = await loadClaims(ctx, entity, entityIds);
  const named = [...claims.values()].flat().map((claim) => claim.sourceId);
  const sources = await loadSources(ctx, named);
  return new Map(
    [...claims].map(([id, own]) => [id, { claims: own, sources: sourcesOf(own, sources) }]),
  );
}

/** A source and everything that rests on it. */
export async function getSource(ctx: Ctx, id: string) {
  authorize(ctx.actor, "catalogue.read");
  const row = await ctx.db.source.findUnique({
    select: {
      ...sourceSelect,
      version: true,
      claims: {
        select: { ...claimSelect, entity: true, entityId: true },
        orderBy: [{ entity: "asc" }, { entityId: "asc" }, { position: "asc" }],
      },
    },
    where: { id },
  });
  if (!row) throw notFound("Source");
  const { claims, version, ...source } = row;
  return { source: toSource(source), version, claims };
}
