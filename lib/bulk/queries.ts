import "server-only";
import { authorize } from "../auth/rules";
import { dealCondition, rowsOf } from "../catalogue/deal/queries";
import { parseDealFilter } from "../catalogue/deal/schema";
import { queryOf } from "../catalogue/schema";
import type { Ctx } from "../context";
import type { Picked } from "../deal/edit/rules";
import { AppError, notFound } from "../errors";
import { sql } from "../sql";
import { type Batch, batchSelect, toBatch } from "./dto";
import type { DealSelection } from "./schema";

/** The most deals of one batch. */
const most = 250_000;

/** The selected deals at their present versions, by id. One that is in no list any more has version 0. */
export async function pickDeals(ctx: Ctx, selection: DealSelection): Promise<Picked[]> {
  authorize(ctx.actor, "catalogue.read");
  if (selection.kind === "matching") return matching(selection.query);
  const ids = [...new Set(selection.ids)].sort();
  const rows = await sql<Picked[]>`
    SELECT id, version FROM deal_row WHERE id = ANY (${ids}::uuid[])`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return ids.map((id) => ({ id, version: versions.get(id) ?? 0 }));
}

async function matching(query: string): Promise<Picked[]> {
  const { filter, problems } = parseDealFilter(queryOf(new URLSearchParams(query)));
  if (problems.length > 0) {
    throw new AppError("INVALID", "Some filters are not valid", { fields: problems });
  }
  const rows = await sql<Picked[]>`
    SELECT id, version FROM deal_row WHERE ${dealCondition(rowsOf(filter))}
    ORDER BY id LIMIT ${most + 1}`;
  if (rows.length > most) {
    throw new AppError("INVALID", "Choose {maximum} deals or fewer at a time", {
      values: { maximum: most },
    });
  }
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

/** How many deals each of these batches changed; one that is unknown, such as an import, is not in the map. */
export async function countBatches(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.dealBatch.findMany({
    select: batchSelect,
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(rows.map(toBatch).map(({ id, tally }) => [id, tally.change.count]));
}
