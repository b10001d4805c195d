import "server-only";
import { authorize } from "../auth/rules";
import { type Ctx, inTransaction } from "../context";
import { AppError, type FieldError, notFound } from "../errors";
import { record } from "../history/commands";
import { type Change, changesBetween } from "../history/rules";
import { ensureSources, withStoredSources, writeClaims } from "../source/commands";
import { freeSlugs } from "./queries";
import {
  factsOf,
  type Noun,
  type Pair,
  pairUp,
  type RecordInput,
  refuseProblems,
  type Save,
  type Saved,
  type StoredDoc,
  staleVersion,
} from "./rules";
import type { RecordRef, WithdrawInput } from "./schema";

/** The record as it must be found. */
export type RecordState = RecordRef & { withdrawn: boolean };

/** The columns that every noun has, for `touch`. */
type CommonColumns = {
  version: number;
  withdrawnAt?: Date | null;
  withdrawnReason?: string | null;
};

/** What a noun adds to saving, withdrawing and purging a record. */
export type Keeper<Doc extends StoredDoc, Input extends RecordInput> = {
  noun: Noun;
  /** The word for "not found": Company, Asset, Deal. */
  label: string;
  /** What the rules find wrong with one input. */
  problems(input: Input): FieldError[];
  load(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Doc>>;
  /** What only the database knows to be wrong. */
  check(ctx: Ctx, pairs: readonly Pair<Doc, Input>[]): Promise<void>;
  slugOf(input: Input): string;
  /** The document that an input becomes, but for the evidence and what is common. */
  complete(input: Input, common: Saved & Pick<Doc, "sources" | "claims">, before: Doc | null): Doc;
  insert(ctx: Ctx, docs: readonly Doc[]): Promise<void>;
  /** Writes the record's own columns if it still has that version; answers how many it found. */
  update(ctx: Ctx, doc: Doc, version: number): Promise<number>;
  writeChildren(ctx: Ctx, saves: readonly Save<Doc>[]): Promise<void>;
  /** Writes the common columns if the record still has that version and state; answers how many it found. */
  touch(ctx: Ctx, ref: RecordState, columns: CommonColumns): Promise<number>;
  /** Refuses to take a record away that others rest on; a purge counts withdrawn ones, too. */
  refuseIfUsed(ctx: Ctx, id: string, counting: { withdrawn: boolean }): Promise<void>;
  /** Names of withdrawn records that this one rests on, so that it can't come back without them. */
  withdrawnBelow(ctx: Ctx, id: string): Promise<string[]>;
  remove(ctx: Ctx, ids: readonly string[]): Promise<void>;
  /** Deals that show the record before the save and may not after it. */
  alsoDeals?(saves: readonly Save<Doc>[]): string[];
};

/**
 * Creates and changes records, all or none, each with its history. One that is the same already keeps its
 * version. INVALID with field paths, NOT_FOUND, or CONFLICT when a version is stale. `reason` is for the history.
 */
export async function saveRecords<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  inputs: readonly Input[],
  reason?: string,
): Promise<Saved[]> {
  authorize(ctx.actor, "catalogue.write");
  refuseProblems(inputs, keeper.problems);
  return inTransaction(ctx, async (ctx) => {
    const ids = inputs.flatMap((input) => input.id ?? []);
    const pairs = pairUp(inputs, await keeper.load(ctx, ids), keeper.label);
    await keeper.check(ctx, pairs);
    const all = await toSaves(ctx, keeper, pairs);
    const saves = all.filter(
      ({ before, after }) => !before || docChanges(before, after).length > 0,
    );
    await write(ctx, keeper, saves);
    await record(
      ctx,
      saves.map((save) => ({ ...toEntry(keeper.noun, save), reason })),
      keeper.alsoDeals?.(saves),
    );
    return all.map((save) =>
      toSaved(saves.includes(save) ? save.after : (save.before ?? save.after)),
    );
  });
}

function toSaved({ id, slug, version }: Saved): Saved {
  return { id, slug, version };
}

async function toSaves<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  pairs: readonly Pair<Doc, Input>[],
): Promise<Save<Doc>[]> {
  const sources = await ensureSources(
    ctx,
    pairs.flatMap(({ input }) => input.sources),
  );
  const slugs = await newSlugs(ctx, keeper, pairs);
  return pairs.map(({ id, before, input }) => {
    const slug = slugs.get(id) ?? before?.slug ?? "";
    const evidence = withStoredSources({ sources: input.sources, claims: input.claims }, sources);
    const common = { id, slug, version: (before?.version ?? 0) + 1, ...evidence };
    return { id, before, after: keeper.complete(input, common, before) };
  });
}

async function newSlugs<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  pairs: readonly Pair<Doc, Input>[],
): Promise<ReadonlyMap<string, string>> {
  const named = pairs.filter(
    ({ before, input }) => !before || (input.slug !== undefined && input.slug !== before.slug),
  );
  const wanted = named.map(({ input }) => input.slug ?? keeper.slugOf(input));
  const free = await freeSlugs(ctx, keeper.noun, wanted);
  return new Map(named.map(({ id }, index) => [id, free[index] ?? ""]));
}

async function write<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  saves: readonly Save<Doc>[],
) {
  await keeper.insert(
    ctx,
    saves.flatMap(({ before, after }) => (before ? [] : [after])),
  );
  for (const { id, before, after } of saves) {
    if (!before) continue;
    if ((await keeper.update(ctx, after, before.version)) === 0) throw staleVersion();
    if (before.slug !== after.slug) {
      await ctx.db.oldSlug.create({
        data: { entity: keeper.noun, slug: before.slug, entityId: id },
      });
    }
  }
  await keeper.writeChildren(ctx, saves);
  const evidence = saves.map(({ id, before, after }) => ({
    entityId: id,
    before: before?.claims ?? [],
    after: after.claims,
  }));
  await writeClaims(ctx, keeper.noun, evidence);
}

function docChanges(before: StoredDoc | null, after: StoredDoc): Change[] {
  return changesBetween(before && factsOf(before), factsOf(after));
}

function toEntry<Doc extends StoredDoc>(noun: Noun, { id, before, after }: Save<Doc>) {
  return {
    entity: noun,
    entityId: id,
    action: before ? "update" : "create",
    version: after.version,
    changes: docChanges(before, after),
  };
}

/** Takes a wrong entry out of lists, totals and exports; its address says so, with the reason. */
export async function withdrawRecord<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  { id, version, reason }: WithdrawInput,
): Promise<void> {
  authorize(ctx.actor, "catalogue.withdraw");
  await inTransaction(ctx, async (ctx) => {
    await keeper.refuseIfUsed(ctx, id, { withdrawn: false });
    const withdrawn = { withdrawnAt: new Date(), withdrawnReason: reason };
    await touch(ctx, keeper, { id, version, withdrawn: false }, withdrawn);
    await recordWord(ctx, keeper.noun, "withdraw", { id, version: version + 1 }, reason);
  });
}

/** Brings a withdrawn record back as it was. */
export async function restoreRecord<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  { id, version }: RecordRef,
): Promise<void> {
  authorize(ctx.actor, "catalogue.withdraw");
  await inTransaction(ctx, async (ctx) => {
    const [missing] = await keeper.withdrawnBelow(ctx, id);
    if (missing) {
      throw new AppError("CONFLICT", "Restore {name} first", { values: { name: missing } });
    }
    const back = { withdrawnAt: null, withdrawnReason: null };
    await touch(ctx, keeper, { id, version, withdrawn: true }, back);
    await recordWord(ctx, keeper.noun, "restore", { id, version: version + 1 });
  });
}

/** Removes a withdrawn record for good. History keeps its entries and this one, its tombstone. */
export async function purgeRecord<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  { id, version, reason }: WithdrawInput,
): Promise<void> {
  authorize(ctx.actor, "catalogue.purge");
  await inTransaction(ctx, async (ctx) => {
    const before = (await keeper.load(ctx, [id])).get(id);
    if (!before) throw notFound(keeper.label);
    await keeper.refuseIfUsed(ctx, id, { withdrawn: true });
    await touch(ctx, keeper, { id, version, withdrawn: true }, {});
    const alsoDeals = keeper.alsoDeals?.([{ id, before, after: before }]);
    await ctx.db.claim.deleteMany({ where: { entity: keeper.noun, entityId: id } });
    await ctx.db.oldSlug.deleteMany({ where: { entity: keeper.noun, entityId: id } });
    await keeper.remove(ctx, [id]);
    const changes = [{ path: "slug", before: before.slug, after: null }];
    const entry = {
      entity: keeper.noun,
      entityId: id,
      action: "purge",
      version: null,
      changes,
      reason,
    };
    await record(ctx, [entry], alsoDeals);
  });
}

async function touch<Doc extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<Doc, Input>,
  state: RecordState,
  columns: Omit<CommonColumns, "version">,
) {
  const count = await keeper.touch(ctx, state, { ...columns, version: state.version + 1 });
  if (count === 0) throw staleVersion();
}

function recordWord(
  ctx: Ctx,
  noun: Noun,
  action: string,
  { id, version }: RecordRef,
  reason?: string,
) {
  return record(ctx, [{ entity: noun, entityId: id, action, version, changes: [], reason }]);
}
