import "server-only";
import { v7 as uuid } from "uuid";
import { authorize } from "../../../auth/rules";
import { queryOf, whole } from "../../../catalogue/schema";
import { type Ctx, inTransaction } from "../../../context";
import { AppError, notFound } from "../../../errors";
import { record } from "../../../history/commands";
import { changesBetween } from "../../../history/rules";
import { askLedger } from "../queries";
import { type Freezing, parseComparables, type SetRef } from "../schema";
import { mayDelete } from "./queries";

/**
 * Keeps a set as it is today: its query, and each deal's version and figures.
 * @throws AppError INVALID for a criterion that is not valid
 */
export async function freezeComparables(ctx: Ctx, input: Freezing): Promise<{ id: string }> {
  authorize(ctx.actor, "view.share");
  const { name, query } = input;
  const asked = whole(parseComparables(queryOf(new URLSearchParams(query))));
  const takenOn = new Date().toISOString().slice(0, 10);
  const { rows, criteria } = await askLedger(ctx, asked);
  const id = uuid();
  await inTransaction(ctx, async (ctx) => {
    const { actor } = ctx;
    const data = {
      ...{ id, name, query, criteria, takenOn: new Date(takenOn) },
      userId: actor.kind === "user" ? actor.id : null,
      actorName: actor.kind === "anonymous" ? "anonymous" : actor.name,
    };
    await ctx.db.comparableSet.create({ data });
    const lines = JSON.stringify(rows.map((row, position) => ({ ...row, set_id: id, position })));
    await ctx.db.$executeRaw`INSERT INTO comparable_row
      SELECT * FROM jsonb_populate_recordset(NULL::comparable_row, ${lines}::jsonb)`;
    await recordSet(ctx, id, { before: null, after: { name, query } });
  });
  return { id };
}

/** For everyone who has its address: the deals stay, what was frozen of them is gone. */
export async function deleteComparables(ctx: Ctx, { id }: SetRef): Promise<void> {
  authorize(ctx.actor, "view.share");
  await inTransaction(ctx, async (ctx) => {
    const set = await ctx.db.comparableSet.findUnique({
      select: { name: true, query: true, userId: true },
      where: { id },
    });
    if (!set) throw notFound("Set of comparables");
    if (!mayDelete(ctx, set.userId)) {
      throw new AppError("FORBIDDEN", "Only who froze it or an administrator may do this");
    }
    await ctx.db.comparableSet.delete({ where: { id } });
    const { name, query } = set;
    await recordSet(ctx, id, { before: { name, query }, after: null });
  });
}

type Kept = { name: string; query: string } | null;

function recordSet(ctx: Ctx, entityId: string, { before, after }: { before: Kept; after: Kept }) {
  const action = after ? "create" : "delete";
  const changes = changesBetween(before, after);
  return record(ctx, [{ entity: "COMPARABLE_SET", entityId, action, version: null, changes }]);
}
