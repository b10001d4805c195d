import "server-only";
import type { EntityKind } from "@/prisma/generated/enums";
import { authorize } from "../auth/rules";
import { mergePlans, planChildren, putChildren, removeChildren } from "../children";
import { type Ctx, inTransaction } from "../context";
import { AppError, invalidField, notFound } from "../errors";
import { record } from "../history/commands";
import { changesBetween } from "../history/rules";
import { insertRows } from "../rows";
import { sourceColumns, sourceSelect, toSource } from "./dto";
import type { ClaimInput, Evidence, SourceChange, SourceInput } from "./schema";

/** The sources as they stand in the database, by the id the caller gave. */
export type StoredSources = ReadonlyMap<string, SourceInput>;

async function findKnown(ctx: Ctx, inputs: readonly SourceInput[]) {
  const rows = await ctx.db.source.findMany({
    select: sourceSelect,
    where: {
      OR: [
        { id: { in: inputs.map((input) => input.id) } },
        { url: { in: inputs.flatMap((input) => input.url ?? []) } },
      ],
    },
  });
  const sources = rows.map(toSource);
  return {
    byId: new Map(sources.map((source) => [source.id, source])),
    byUrl: new Map(sources.map((source) => [source.url, source])),
  };
}

/**
 * Makes sure that these sources exist: one row a document, found by its id or its address.
 * What is known already stays as it is; `saveSource` changes it.
 */
export async function ensureSources(
  ctx: Ctx,
  inputs: readonly SourceInput[],
): Promise<StoredSources> {
  authorize(ctx.actor, "catalogue.write");
  if (inputs.length === 0) return new Map();
  const { byId, byUrl } = await findKnown(ctx, inputs);
  const stored = new Map<string, SourceInput>();
  const added: SourceInput[] = [];
  for (const input of inputs) {
    const known = byId.get(input.id) ?? (input.url ? byUrl.get(input.url) : undefined);
    if (!known) {
      added.push(input);
      byId.set(input.id, input);
      if (input.url) byUrl.set(input.url, input);
    }
    stored.set(input.id, known ?? input);
  }
  await insertRows(ctx.db, "source", added.map(sourceColumns));
  await record(
    ctx,
    added.map((source) => ({
      entity: "SOURCE",
      entityId: source.id,
      action: "create",
      version: 1,
      changes: changesBetween(null, source),
    })),
  );
  return stored;
}

/**
 * Changes one source, for every record that rests on it. INVALID when its address is another source's, CONFLICT
 * when somebody else saved it first; one that is the same already keeps its version.
 */
export async function saveSource(ctx: Ctx, { version, ...input }: SourceChange): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  await inTransaction(ctx, async (ctx) => {
    const { id, url } = input;
    const row = await ctx.db.source.findUnique({ select: sourceSelect, where: { id } });
    if (!row) throw notFound("Source");
    const changes = changesBetween(toSource(row), input);
    if (changes.length === 0) return;
    if (url && (await ctx.db.source.count({ where: { url, id: { not: id } } })) > 0) {
      throw invalidField("url", "Another source has this address already");
    }
    const { count } = await ctx.db.source.updateMany({
      where: { id, version },
      data: { ...sourceColumns(input), version: version + 1 },
    });
    if (count === 0) throw new AppError("CONFLICT", "Someone else saved this first");
    await record(ctx, [
      { entity: "SOURCE", entityId: id, action: "update", version: version + 1, changes },
    ]);
  });
}

/** A record's evidence before and after; a new record had none. */
export type EvidenceChange = { entityId: string; before: ClaimInput[]; after: ClaimInput[] };

/** Writes the claims of several records. The caller records them in its own history entry. */
export async function writeClaims(
  ctx: Ctx,
  entity: EntityKind,
  evidence: readonly EvidenceChange[],
): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  const rows = (entityId: string, claims: ClaimInput[]) =>
    claims.map((claim, position) => ({ ...claim, entity, entityId, position }));
  const plan = mergePlans(
    evidence.map(({ entityId, before, after }) =>
      planChildren(rows(entityId, before), rows(entityId, after)),
    ),
  );
  // Before the rest, so that acceptance can pass from one claim of a field to another.
  const stepsDown = plan.changed.filter((claim) => claim.status !== "ACCEPTED");
  const stepsUp = plan.changed.filter((claim) => claim.status === "ACCEPTED");
  const write = {
    add: (rows: typeof plan.added) => insertRows(ctx.db, "claim", rows),
    change: (data: (typeof plan.added)[number]) =>
      ctx.db.claim.update({ where: { id: data.id }, data }),
  };
  await removeChildren(ctx.db.claim, plan.removed);
  await putChildren({ added: [], changed: stepsDown }, write);
  await putChildren({ added: plan.added, changed: stepsUp }, write);
}

/** Adds claims behind those that each record has. The caller records them in its own history entry. */
export async function appendClaims(
  ctx: Ctx,
  entity: EntityKind,
  added: readonly { entityId: string; claim: ClaimInput }[],
): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  if (added.length === 0) return;
  const next = await nextPositions(ctx, entity, [...new Set(added.map((row) => row.entityId))]);
  const data = added.map(({ entityId, claim }) => {
    const position = next.get(entityId) ?? 0;
    next.set(entityId, position + 1);
    const { sourceId, ...said } = claim;
    return { ...said, source_id: sourceId, entity_id: entityId, position };
  });
  await ctx.db.$executeRaw`
    INSERT INTO claim (id, entity, entity_id, field, value, source_id, quote, note, status, reason, position)
    SELECT id, ${entity}::entity_kind, entity_id, field, value, source_id, quote, note, status, reason, position
    FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS claim(id uuid, entity_id uuid, field text,
      value text, source_id uuid, quote text, note text, status claim_status, reason text, position int)`;
}

async function nextPositions(ctx: Ctx, entity: EntityKind, ids: string[]) {
  const last = await ctx.db.claim.groupBy({
    by: ["entityId"],
    where: { entity, entityId: { in: ids } },
    _max: { position: true },
  });
  return new Map(last.map(({ entityId, _max }) => [entityId, (_max.position ?? -1) + 1]));
}

/** Takes claims away by their ids. The caller records it in its own history entry. */
export async function removeClaims(ctx: Ctx, ids: string[]): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  await removeChildren(ctx.db.claim, ids);
}

/** Forgets a document on which nothing rests any more; false where something does, or there is none. */
export async function dropUnusedSource(ctx: Ctx, id: string): Promise<boolean> {
  return (await dropUnusedSources(ctx, [id])) > 0;
}

/** Forgets those of these documents on which nothing rests any more, and answers how many they were. */
export async function dropUnusedSources(ctx: Ctx, ids: readonly string[]): Promise<number> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const unused = { claims: { none: {} }, dealEvents: { none: {} }, paymentEvents: { none: {} } };
    const where = { id: { in: [...ids] }, ...unused };
    const rows = await ctx.db.source.findMany({ select: sourceSelect, where });
    if (rows.length === 0) return 0;
    await ctx.db.source.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
    const entries = rows.map((row) => ({
      ...{ entity: "SOURCE" as const, entityId: row.id, action: "purge", version: null },
      changes: changesBetween(toSource(row), null),
    }));
    await record(ctx, entries);
    return rows.length;
  });
}

/** The evidence as it is stored: each source once, under the id it has in the database. */
export function withStoredSources<E extends Evidence>(evidence: E, stored: StoredSources): E {
  const at = (id: string) => stored.get(id)?.id ?? id;
  const sources = new Map([...stored.values()].map((source) => [source.id, source]));
  return {
    ...evidence,
    sources: [...sources.values()],
    claims: evidence.claims.map((claim) => ({ ...claim, sourceId: at(claim.sourceId) })),
  };
}
