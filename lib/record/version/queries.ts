import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { historySelect, toHistoryEntry } from "../../history/dto";
import { type Change, changesBetween, type JsonDoc, reversed } from "../../history/rules";
import { applyChanges } from "../merge/rules";
import { factsOf, type Noun, type StoredDoc } from "../rules";

type Current = { noun: Noun; doc: StoredDoc };

/** The facts of a record as they were at a version: today's, with every later change undone; null before or after its time. */
export async function loadVersion(
  ctx: Ctx,
  { noun, doc }: Current,
  version: number,
): Promise<JsonDoc | null> {
  authorize(ctx.actor, "catalogue.read");
  if (version < 1 || version > doc.version) return null;
  const rows = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { entity: noun, entityId: doc.id, version: { gt: version } },
    orderBy: { version: "desc" },
  });
  return rows
    .map(toHistoryEntry)
    .reduce((facts, { changes }) => applyChanges(facts, reversed(changes)), factsOf(doc));
}

/** Field by field, what turned one version of a record into another; null when there is no such version. */
export async function compareVersions(
  ctx: Ctx,
  current: Current,
  { from, to }: { from: number; to: number },
): Promise<Change[] | null> {
  const before = await loadVersion(ctx, current, from);
  const after = await loadVersion(ctx, current, to);
  return before && after && changesBetween(before, after);
}

/** The version that the catalogue held at the end of a day, UTC; null when it knew nothing of the record. */
export async function versionKnownOn(
  ctx: Ctx,
  { noun, doc }: Current,
  day: string,
): Promise<number | null> {
  authorize(ctx.actor, "catalogue.read");
  const [row] = await ctx.db.$queryRaw<{ version: number | null }[]>`
    SELECT max(version) AS version FROM audit_entry
    WHERE entity = ${noun}::entity_kind AND entity_id = ${doc.id}::uuid
      AND at < (${day}::date + 1)::timestamp AT TIME ZONE 'UTC'`;
  return row?.version ?? null;
}
