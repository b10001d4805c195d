import "server-only";
import { authorize } from "../auth/rules";
import { dealCondition, rowsOf } from "../catalogue/deal/queries";
import { parseDealFilter } from "../catalogue/deal/schema";
import { milestoneCondition, milestoneTables } from "../catalogue/milestone/filter/queries";
import { parseMilestoneFilter } from "../catalogue/milestone/schema";
import { queryOf, whole } from "../catalogue/schema";
import type { Ctx } from "../context";
import type { Picked } from "../deal/edit/rules";
import { AppError, invalidField, notFound } from "../errors";
import { sql } from "../sql";
import { type Batch, type BatchNoun, batchSelect, toBatch } from "./dto";
import type { RowSelection } from "./schema";

/** The most of one batch. */
const most = 250_000;

/** The selected deals at their present versions, by id. One that is in no list any more has version 0. */
export async function pickDeals(ctx: Ctx, selection: RowSelection): Promise<Picked[]> {
  authorize(ctx.actor, "catalogue.read");
  if (selection.kind === "matching") return matching(selection.query);
  const ids = [...new Set(selection.ids)].sort();
  const rows = await sql<Picked[]>`
    SELECT id, version FROM deal_row WHERE id = ANY (${ids}::uuid[])`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return ids.map((id) => ({ id, version: versions.get(id) ?? 0 }));
}

/** The selected payments, deal by deal, at the steps they have taken. One that is in no list any more has none. */
export async function pickPayments(ctx: Ctx, selection: RowSelection): Promise<Picked[]> {
  authorize(ctx.actor, "catalogue.read");
  const wanted =
    selection.kind === "ids"
      ? sql`t.id = ANY (${selection.ids}::uuid[])`
      : milestoneCondition(
          whole(parseMilestoneFilter(queryOf(new URLSearchParams(selection.query)))),
        );
  const rows = await sql<Picked[]>`
    SELECT t.id, (SELECT count(*)::int FROM payment_event e WHERE e.term_id = t.id) AS version
    FROM ${milestoneTables()} WHERE ${wanted} ORDER BY t.deal_id, t.id LIMIT ${most + 1}`;
  if (rows.length > most) throw tooMany("Choose {maximum} payments or fewer");
  const found = new Set(rows.map(({ id }) => id));
  const gone = selection.kind === "ids" ? selection.ids.filter((id) => !found.has(id)) : [];
  return [...rows, ...gone.map((id) => ({ id, version: 0 }))];
}

function tooMany(message: string) {
  return new AppError("INVALID", message, { values: { maximum: most } });
}

async function matching(query: string): Promise<Picked[]> {
  const filter = whole(parseDealFilter(queryOf(new URLSearchParams(query))));
  if (filter.as_of !== undefined) {
    throw invalidField("as_of", "The past is not changed: go back to today first");
  }
  const rows = await sql<Picked[]>`
    SELECT id, version FROM deal_row WHERE ${dealCondition(rowsOf(filter))}
    ORDER BY id LIMIT ${most + 1}`;
  if (rows.length > most) throw tooMany("Choose {maximum} deals or fewer at a time");
  return rows;
}

/** A batch as far as it has come, and the undo of it, if there was one. NOT_FOUND for one never started. */
export async function getBatch(ctx: Ctx, id: string): Promise<Batch & { undoneBy: Batch | null }> {
  authorize(ctx.actor, "catalogue.read");
  const started = { startedAt: { not: null } };
  const row = await ctx.db.dealBatch.findUnique({ select: batchSelect, where: { id, ...started } });
  if (!row) throw notFound("Batch");
  const undo = await ctx.db.dealBatch.findUnique({
    select: batchSelect,
    where: { undoes: id, ...started },
  });
  return { ...toBatch(row), undoneBy: undo && toBatch(undo) };
}

/** What each of these batches changed, and how many; one that is unknown, such as an import, is not in the map. */
export async function countBatches(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { noun: BatchNoun; count: number }>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.dealBatch.findMany({
    select: batchSelect,
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(
    rows.map(toBatch).map(({ id, noun, tally }) => [id, { noun, count: tally.change.count }]),
  );
}
