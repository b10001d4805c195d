import "server-only";
import { v5 as uuid } from "uuid";
import { takeBackCompanies } from "../../../company/commands";
import { type Ctx, inTransaction } from "../../../context";
import { takeBackDeals } from "../../../deal/commands";
import { historySelect, toHistoryEntry } from "../../../history/dto";
import { dropUnusedSources } from "../../../source/commands";
import { type Import, importSelect, toImport } from "../dto";

/** Records of one transaction. */
const part = 500;

/** The batch of the entries that take an import back: always the same, so that it can go on where it stands. */
const undoId = (importId: string) => uuid("undo", importId);

/**
 * Takes back what the import wrote, the last first, part by part, each whole or not at all. What somebody has changed
 * since, and what others rest on, is left.
 */
export async function undoImport(ctx: Ctx, file: Import, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (!(await undoPart({ ...ctx, batchId: undoId(file.id) }, file.id))) return;
  }
}

const rank = { DEAL: 0, COMPANY: 1, SOURCE: 2 };
const nouns = Object.keys(rank) as (keyof typeof rank)[];

/** False when nothing was left. Deals go before the companies that they name, and both before their documents. */
function undoPart(ctx: Ctx, importId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`SELECT FROM import_file WHERE id = ${importId}::uuid FOR UPDATE`;
    const where = { id: importId };
    const file = toImport(
      await ctx.db.importFile.findUniqueOrThrow({ select: importSelect, where }),
    );
    if (file.state !== "undoing") return false;
    const entries = await entriesAfter(ctx, importId, file.done);
    if (entries.length === 0) {
      await ctx.db.importFile.update({ where, data: { state: "undone", finishedAt: new Date() } });
      return false;
    }
    let undone = 0;
    for (const noun of nouns) {
      const done = entries.filter(({ entity }) => entity === noun);
      undone += await takeBackOf(ctx, noun, done);
    }
    const records = entries.filter(({ entity }) => entity !== "SOURCE").length;
    const { tally } = file;
    const now = { ...tally, undone: tally.undone + undone, left: tally.left + records - undone };
    const done = { increment: BigInt(entries.length) };
    await ctx.db.importFile.update({ where, data: { done, tally: now } });
    return true;
  });
}

async function takeBackOf(
  ctx: Ctx,
  noun: keyof typeof rank,
  entries: Awaited<ReturnType<typeof entriesAfter>>,
): Promise<number> {
  if (entries.length === 0) return 0;
  const done = entries.map(({ entityId, action, version, changes }) => ({
    ...{ id: entityId, action, version, changes },
  }));
  if (noun === "DEAL") return takeBackDeals(ctx, done);
  if (noun === "COMPANY") return takeBackCompanies(ctx, done);
  await dropUnusedSources(
    ctx,
    done.map(({ id }) => id),
  );
  return 0;
}

/** What the import did, the last first, after so many; deals, then companies, then documents. */
async function entriesAfter(ctx: Ctx, batchId: string, done: number) {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM audit_entry WHERE batch_id = ${batchId}::uuid
    ORDER BY CASE entity WHEN 'DEAL' THEN 0 WHEN 'COMPANY' THEN 1 ELSE 2 END, id DESC
    OFFSET ${done} LIMIT ${part}`;
  const ids = rows.map(({ id }) => id);
  const entries = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { id: { in: ids } },
  });
  const place = new Map(ids.map((id, at) => [id, at]));
  return entries
    .map(toHistoryEntry)
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
