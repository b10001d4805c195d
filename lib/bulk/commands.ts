import "server-only";
import { authorize } from "../auth/rules";
import { type Ctx, inTransaction } from "../context";
import { editDeals, revertDeals } from "../deal/edit/commands";
import { judgeDeals } from "../deal/edit/queries";
import type { Picked } from "../deal/edit/rules";
import { movePayments, takeBackPayments } from "../deal/payment/commands";
import { judgeMoves } from "../deal/payment/queries";
import { AppError, notFound } from "../errors";
import { historySelect, toHistoryEntry } from "../history/dto";
import { dropUnusedSource } from "../source/commands";
import { type Batch, type BatchNoun, batchSelect, toBatch } from "./dto";
import { pickDeals, pickPayments } from "./queries";
import { addToTally, emptyTally, type Judged, type Tally, toJudged } from "./rules";
import type { BatchEdit, BatchRef, PreviewInput } from "./schema";

/** Deals, or payments, of one transaction. */
const part = 1000;

/** How long one call works, in milliseconds, before it says how far it came. */
const stride = 3000;

const dayInMs = 86_400_000;

/**
 * Says what an edit of many would do, and keeps what it saw at which versions: `applyBatch` with the
 * batch's id changes these and no others.
 */
export async function previewBatch(ctx: Ctx, { selection, edit }: PreviewInput): Promise<Batch> {
  authorize(ctx.actor, "catalogue.write");
  const noun = nounOf(edit);
  const picks = await (noun === "DEAL" ? pickDeals : pickPayments)(ctx, selection);
  let tally = emptyTally;
  for (let from = 0; from < picks.length; from += part) {
    tally = addToTally(tally, await judge(ctx, picks.slice(from, from + part), edit));
  }
  await forgetOldPreviews(ctx);
  const row = await ctx.db.dealBatch.create({
    select: batchSelect,
    data: { ...who(ctx), ...asColumns(picks), noun, edit, tally },
  });
  return toBatch(row);
}

function nounOf({ kind }: BatchEdit): BatchNoun {
  return kind === "trigger" ? "PAYMENT" : "DEAL";
}

async function judge(ctx: Ctx, picks: readonly Picked[], edit: BatchEdit): Promise<Judged[]> {
  if (edit.kind !== "trigger") return judgeDeals(ctx, picks, edit);
  return (await judgeMoves(ctx, picks, edit)).map(toJudged);
}

function forgetOldPreviews(ctx: Ctx) {
  const createdAt = { lt: new Date(Date.now() - dayInMs) };
  return ctx.db.dealBatch.deleteMany({ where: { startedAt: null, createdAt } });
}

function who({ actor }: Ctx) {
  if (actor.kind === "anonymous") throw new AppError("UNAUTHENTICATED", "Sign in first");
  return { userId: actor.kind === "user" ? actor.id : null, actorName: actor.name };
}

function asColumns(picks: readonly Picked[]) {
  return {
    ids: picks.map(({ id }) => id),
    versions: picks.map(({ version }) => version),
    total: picks.length,
  };
}

/**
 * Applies what was previewed, part by part, each part whole or not at all, for some seconds; asked again, it
 * goes on where it stands until the batch is finished. Two who ask at once share the work.
 * NOT_FOUND for somebody else's edit.
 */
export async function applyBatch(ctx: Ctx, { id }: BatchRef): Promise<Batch> {
  authorize(ctx.actor, "catalogue.write");
  const until = Date.now() + stride;
  let batch = await applyPart(ctx, id);
  while (batch.state !== "finished" && Date.now() < until) batch = await applyPart(ctx, id);
  return batch;
}

/**
 * Takes a batch back by a batch of its own, new entries in every history; what was changed since is skipped.
 * A batch that is still being applied ends where it stands. There is one undo, whoever asks: it goes on where
 * it stands, also with `applyBatch` of the answer's id.
 */
export async function undoBatch(ctx: Ctx, { id }: BatchRef): Promise<Batch> {
  authorize(ctx.actor, "catalogue.write");
  const undo = await inTransaction(ctx, async (ctx) => {
    const batch = await lockBatch(ctx, id);
    if (!batch?.startedAt) throw notFound("Batch");
    if (batch.undoes)
      throw new AppError("CONFLICT", "An undo cannot be undone; make the change again");
    const before = await ctx.db.dealBatch.findUnique({
      select: { id: true },
      where: { undoes: id },
    });
    if (before) return before;
    if (!batch.finishedAt) await finish(ctx, id);
    const noun = batch.noun === "PAYMENT" ? "PAYMENT" : "DEAL";
    const picks = await changedBy(ctx, id, noun);
    return ctx.db.dealBatch.create({
      select: { id: true },
      data: { ...who(ctx), ...asColumns(picks), noun, undoes: id, tally: emptyTally },
    });
  });
  return applyBatch(ctx, undo);
}

/** What a batch changed, as its history tells it: deals at the versions, or payments at the steps, it left them at. */
async function changedBy(ctx: Ctx, batchId: string, noun: BatchNoun): Promise<Picked[]> {
  const entries = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { batchId, entity: "DEAL" },
    orderBy: [{ entityId: "asc" }, { version: "asc" }],
  });
  if (noun === "DEAL") {
    return entries.map(({ entityId, version }) => ({ id: entityId, version: version ?? 0 }));
  }
  return entries.map(toHistoryEntry).flatMap(({ changes }) =>
    changes.flatMap(({ path, after }) => {
      const id = /^terms\.([0-9a-f-]{36})\.steps$/.exec(path)?.[1];
      return id && Array.isArray(after) ? [{ id, version: after.length }] : [];
    }),
  );
}

type Locked = {
  userId: string | null;
  noun: string;
  edit: unknown;
  undoes: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  ids: string[];
  versions: number[];
};

/** The batch and the part that is next, held against others who would apply it. */
async function lockBatch(ctx: Ctx, id: string): Promise<Locked | undefined> {
  const [row] = await ctx.db.$queryRaw<Locked[]>`
    SELECT user_id AS "userId", noun, edit, undoes, started_at AS "startedAt",
      finished_at AS "finishedAt", ids[done + 1 : done + ${part}::int] AS ids, versions[done + 1 : done + ${part}::int] AS versions
    FROM deal_batch WHERE id = ${id}::uuid FOR UPDATE`;
  return row;
}

function applyPart(ctx: Ctx, id: string): Promise<Batch> {
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockBatch(ctx, id);
    const mine = locked?.undoes || locked?.userId === who(ctx).userId;
    if (!locked || !mine) throw notFound("Batch");
    const batch = toBatch(
      await ctx.db.dealBatch.findUniqueOrThrow({ select: batchSelect, where: { id } }),
    );
    if (batch.state === "finished") return batch;
    const picks = locked.ids.map((id, index) => ({ id, version: locked.versions[index] ?? 0 }));
    const judged = await carryOut({ ...ctx, batchId: id }, batch, picks);
    const sofar = batch.state === "previewed" ? emptyTally : batch.tally;
    const moved = await moveOn(ctx, batch, picks.length, addToTally(sofar, judged));
    if (moved.done < moved.total) return moved;
    if (batch.undoes) await dropSourcesOf({ ...ctx, batchId: id }, batch.undoes);
    return finish(ctx, id);
  });
}

async function carryOut(
  ctx: Ctx,
  { noun, edit, undoes }: Batch,
  picks: Picked[],
): Promise<Judged[]> {
  if (undoes && noun === "PAYMENT") return (await takeBackPayments(ctx, picks)).map(toJudged);
  if (undoes) return revertDeals(ctx, picks, undoes);
  if (!edit) throw new Error("a batch edits or undoes");
  if (edit.kind === "trigger") return (await movePayments(ctx, picks, edit)).map(toJudged);
  return editDeals(ctx, picks, edit);
}

async function moveOn(ctx: Ctx, { id, state }: Batch, count: number, tally: Tally) {
  const row = await ctx.db.dealBatch.update({
    select: batchSelect,
    where: { id },
    data: {
      ...(state === "previewed" && { startedAt: new Date() }),
      done: { increment: count },
      tally,
    },
  });
  return toBatch(row);
}

/** What was kept for the work is of no use after it: history knows what was changed. */
async function finish(ctx: Ctx, id: string): Promise<Batch> {
  const data = { finishedAt: new Date(), ids: [], versions: [] };
  return toBatch(await ctx.db.dealBatch.update({ select: batchSelect, where: { id }, data }));
}

/** Documents that came with the batch go with it, unless something else rests on them by now. */
async function dropSourcesOf(ctx: Ctx, batchId: string) {
  const made = await ctx.db.auditEntry.findMany({
    select: { entityId: true },
    where: { batchId, entity: "SOURCE", action: "create" },
  });
  for (const { entityId } of made) await dropUnusedSource(ctx, entityId);
}
