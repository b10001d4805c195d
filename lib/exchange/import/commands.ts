import "server-only";
import { authorize } from "../../auth/rules";
import { type Actor, type Ctx, inTransaction } from "../../context";
import { db } from "../../db";
import { AppError, notFound } from "../../errors";
import { addJob, type Job } from "../../job";
import { log } from "../../log";
import { writeImport } from "./apply/file/commands";
import { type Import, type ImportState, importSelect, toImport } from "./dto";
import { getImport, ownedBy } from "./queries";
import { readImport } from "./read/commands";
import { emptyTally, headerKey, noQuestions } from "./rules";
import { type ImportRef, importRef, type ReadInput } from "./schema";
import { undoImport } from "./undo/commands";

const jobName = "import";

/** From where each step of the work may be asked for. */
const mayStart: Record<"reading" | "applying" | "undoing", readonly ImportState[]> = {
  reading: ["uploaded", "read", "failed"],
  applying: ["read"],
  undoing: ["applied", "applying"],
};

/** Reads the file by these settings and says what each row would do: the preview. The settings are remembered. */
export async function startReading(ctx: Ctx, { id, kind, settings }: ReadInput): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  const file = await getImport(ctx, id);
  if (settings.columns.length !== file.header.length) {
    throw new AppError("INVALID", "These columns are not those of the file");
  }
  await start(ctx, id, "reading", { kind, settings, done: 0n, total: BigInt(file.bytes) });
  if (ctx.actor.kind !== "user") return;
  const key = { userId: ctx.actor.id, kind, header: headerKey(file.header) };
  await ctx.db.importMapping.upsert({
    where: { userId_kind_header: key },
    create: { ...key, settings },
    update: { settings },
  });
}

/** Writes what the preview said. */
export async function startApplying(ctx: Ctx, { id }: ImportRef): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  const { tally } = await getImport(ctx, id);
  await start(ctx, id, "applying", { done: 0n, total: BigInt(tally.create + tally.change) });
}

/** Takes back what the import wrote, except what somebody has changed since. */
export async function startUndoing(ctx: Ctx, { id }: ImportRef): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  await start(ctx, id, "undoing", { done: 0n });
}

type Columns = {
  kind?: string;
  settings?: ReadInput["settings"];
  done: bigint;
  total?: bigint;
};

async function start(ctx: Ctx, id: string, state: keyof typeof mayStart, columns: Columns) {
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.db.importFile.updateMany({
      where: { id, ...ownedBy(ctx), state: { in: [...mayStart[state]] } },
      data: {
        ...columns,
        ...{ state, problem: null, finishedAt: null },
        ...(state === "reading" && { tally: emptyTally, questions: noQuestions }),
      },
    });
    if (count === 0) throw new AppError("CONFLICT", "This import has moved on; look at it again");
    await addJob(ctx, jobName, { id }, { key: `${jobName}:${id}` });
  });
}

/** Does what an import waits for, from where it stands. Whoever asks twice does it once. */
export const importJob: Job<typeof importRef> = {
  name: jobName,
  payload: importRef,
  run: ({ id }, signal) => carryOn(id, signal),
};

async function carryOn(id: string, signal: AbortSignal): Promise<void> {
  const row = await db.importFile.findUnique({ select: importSelect, where: { id } });
  if (!row) return;
  const file = toImport(row);
  try {
    const ctx = await actingFor(file);
    if (file.state === "reading") await readImport(ctx, file, signal);
    if (file.state === "applying") await writeImport(ctx, file, signal);
    if (file.state === "undoing") await undoImport(ctx, file, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "INTERNAL") throw error;
    log.warn({ err: error, import: id }, "an import failed");
    const problem = JSON.stringify({ message: error.message, values: error.values });
    // What was written stays, and can be taken back.
    const state = file.state === "reading" ? "failed" : "applied";
    await db.importFile.update({ where: { id }, data: { state, problem } });
  }
}

/** The person as they are now: who lost the right to write meanwhile, writes nothing. */
async function actingFor({ userId, actorName, via, id }: Import): Promise<Ctx> {
  const ctx = { via, db, batchId: id };
  if (userId === null) return { ...ctx, actor: { kind: "script", name: actorName } };
  const user = await db.user.findUnique({
    select: { id: true, name: true, role: true, disabledAt: true },
    where: { id: userId },
  });
  if (!user || user.disabledAt) throw notFound("Person");
  const actor: Actor = { kind: "user", id: user.id, name: user.name, role: user.role };
  authorize(actor, "catalogue.write");
  return { ...ctx, actor };
}
