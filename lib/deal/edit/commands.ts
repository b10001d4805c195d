import "server-only";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { record, recordHeads } from "../../history/commands";
import { historySelect, toHistoryEntry } from "../../history/dto";
import { type Change, reversed } from "../../history/rules";
import { toDay } from "../../partial-date";
import { appendClaims, ensureSources, removeClaims } from "../../source/commands";
import { assetsOfDeals } from "../overlap/queries";
import { loadDealDocs } from "../queries";
import { stands } from "../rules";
import { keepOverlaps, keepWarnings } from "../warning/commands";
import { judgeDeals, loadHeads } from "./queries";
import {
  changed,
  claimChanges,
  type DealFields,
  type DealHead,
  type Judged,
  type Picked,
  unfitness,
  type Verdict,
} from "./rules";
import type { DealEdit } from "./schema";

/**
 * Changes these deals, all or none, each with its history, as saving each of them would. A deal that was
 * changed since it was seen, is gone, or that a rule keeps from it, is skipped and says why.
 */
export async function editDeals(
  ctx: Ctx,
  picks: readonly Picked[],
  edit: DealEdit,
): Promise<Judged[]> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    await lock(ctx, picks);
    const judged = await judgeDeals(ctx, picks, await withStoredSource(ctx, edit));
    await write(ctx, judged);
    return judged;
  });
}

/** Takes back what the entries of one batch changed in these deals, by new entries. */
export async function revertDeals(
  ctx: Ctx,
  picks: readonly Picked[],
  batchId: string,
): Promise<Judged[]> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    await lock(ctx, picks);
    const ids = picks.map(({ id }) => id);
    const [heads, made] = [await loadHeads(ctx, ids), await changesOf(ctx, batchId, ids)];
    const judged = picks.map(({ id, version }) => {
      const head = heads.get(id);
      const changes = reversed(made.get(id) ?? []);
      return { id, head, verdict: unfitness(head, version) ?? asChange(changes) };
    });
    await write(ctx, judged);
    return judged;
  });
}

/** Puts other writers of these deals in a line behind this transaction. */
async function lock(ctx: Ctx, picks: readonly Picked[]) {
  const ids = picks.map(({ id }) => id);
  await ctx.db.$queryRaw`
    SELECT count(*) FROM (SELECT FROM deal WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE) AS locked`;
}

/** The edit with its document as the catalogue has it, once it has. */
async function withStoredSource(ctx: Ctx, edit: DealEdit): Promise<DealEdit> {
  if (edit.kind !== "addSource") return edit;
  const stored = await ensureSources(ctx, [edit.source]);
  return { ...edit, source: stored.get(edit.source.id) ?? edit.source };
}

function asChange(changes: Change[]): Verdict {
  return changes.length > 0 ? { outcome: "change", changes, warnings: [] } : { outcome: "same" };
}

async function changesOf(ctx: Ctx, batchId: string, ids: string[]) {
  const entries = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { batchId, entity: "DEAL", entityId: { in: ids } },
  });
  return new Map(entries.map(toHistoryEntry).map(({ entityId, changes }) => [entityId, changes]));
}

async function write(ctx: Ctx, judged: readonly Judged[]) {
  const edits = judged.flatMap(({ head, verdict }) =>
    head && verdict.outcome === "change" ? [{ head, changes: verdict.changes }] : [],
  );
  if (edits.length === 0) return;
  await writeHeads(ctx, edits);
  await writeClaimChanges(ctx, edits);
  await writeOverlaps(ctx, edits);
  const entries = edits.map(({ head, changes }) => ({
    entity: "DEAL" as const,
    entityId: head.id,
    action: "update",
    version: head.version + 1,
    changes,
  }));
  await (edits.some(touchesClaims) ? record : recordHeads)(ctx, entries);
}

/** A deal whose rights end, or stand again, may end or begin an overlap. */
async function writeOverlaps(ctx: Ctx, edits: readonly Edit[]) {
  const turned = edits.filter(
    ({ head, changes }) => stands(head.status) !== stands(changed(head, changes).status),
  );
  const ids = turned.map(({ head }) => head.id);
  if (ids.length > 0) await keepOverlaps(ctx, await assetsOfDeals(ctx, ids));
}

type Edit = { head: DealHead; changes: Change[] };

function touchesClaims({ changes }: Edit): boolean {
  const { added, removed } = claimChanges(changes);
  return added.length + removed.length > 0;
}

async function writeHeads(ctx: Ctx, edits: readonly Edit[]) {
  const rows = edits.map(({ head, changes }) => ({
    id: head.id,
    ...columnsOf(changed(head, changes)),
  }));
  await ctx.db.$executeRaw`
    UPDATE deal SET type = now.type, status = now.status, tags = now.tags,
      closed_on = now.closed_on, closed_precision = now.closed_precision,
      ended_on = now.ended_on, ended_precision = now.ended_precision,
      version = deal.version + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS now(id uuid, type deal_type,
      status deal_status, tags text[], closed_on date, closed_precision "precision",
      ended_on date, ended_precision "precision")
    WHERE deal.id = now.id`;
}

function columnsOf({ type, status, tags, closedOn, endedOn }: DealFields) {
  const closed = closedOn === null ? null : toDay(closedOn);
  const ended = endedOn === null ? null : toDay(endedOn);
  return {
    ...{ type, status, tags },
    ...{ closed_on: closed?.day ?? null, closed_precision: closed?.precision ?? null },
    ...{ ended_on: ended?.day ?? null, ended_precision: ended?.precision ?? null },
  };
}

async function writeClaimChanges(ctx: Ctx, edits: readonly Edit[]) {
  const byDeal = edits.map(({ head, changes }) => ({ id: head.id, ...claimChanges(changes) }));
  await removeClaims(
    ctx,
    byDeal.flatMap(({ removed }) => removed),
  );
  await appendClaims(
    ctx,
    "DEAL",
    byDeal.flatMap(({ id, added }) => added.map((claim) => ({ entityId: id, claim }))),
  );
  const claimed = byDeal.filter(({ added, removed }) => added.length + removed.length > 0);
  const docs = await loadDealDocs(
    ctx,
    claimed.map(({ id }) => id),
  );
  await keepWarnings(ctx, [...docs.values()]);
}
