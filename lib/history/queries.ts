import "server-only";
import * as z from "zod";
import { authorize } from "../auth/rules";
import type { Ctx } from "../context";
import { decodeCursor, encodeCursor } from "../cursor";
import { type Page, toPage } from "../paging";
import { type HistoryEntry, historySelect, toHistoryEntry } from "./dto";
import { type HistoryQuery, historyQuery } from "./schema";

const place = z.tuple([z.iso.datetime(), z.uuid()]);

function before(cursor: string) {
  const [at, id] = decodeCursor(place, cursor);
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: id } }] };
}

/** What happened to one record, newest first. People's own history is for administrators. */
export async function listHistory(ctx: Ctx, query: HistoryQuery): Promise<Page<HistoryEntry>> {
  authorize(ctx.actor, query.entity === "USER" ? "people.manage" : "catalogue.read");
  const { entity, entityId, after, limit } = historyQuery.parse(query);
  const rows = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { entity, entityId, ...(after && before(after)) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return toPage(rows, limit, toHistoryEntry, (row) => encodeCursor([row.at.toISOString(), row.id]));
}

/** What people lately changed in the catalogue, newest first; not their accounts, nor what a script loaded. */
export async function listRecentChanges(ctx: Ctx, limit: number): Promise<HistoryEntry[]> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { entity: { in: ["COMPANY", "ASSET", "DEAL"] }, via: { not: "SCRIPT" } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toHistoryEntry);
}
