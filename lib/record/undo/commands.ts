import "server-only";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { AppError } from "../../errors";
import { record } from "../../history/commands";
import { type Change, reversed } from "../../history/rules";
import { parseInput } from "../../input";
import { loadSources } from "../../source/queries";
import { type Keeper, saveRecords } from "../commands";
import { applyChanges } from "../merge/rules";
import { factsOf, type RecordInput, type StoredDoc, sourceIdsIn } from "../rules";
import type { Restoring } from "../version/commands";

/** What one act did to a record: the version that it led to, and every changed field. */
export type Done = {
  id: string;
  action: string;
  version: number | null;
  changes: readonly Change[];
};

/**
 * Takes back what one act did to these records, if nobody has changed them since: a record that it made is removed
 * with all its rows, one that it changed goes back, and history tells both. Answers how many that were.
 */
export async function takeBackRecords<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  restoring: Restoring<D, Input>,
  done: readonly Done[],
): Promise<number> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const docs = await restoring.keeper.load(
      ctx,
      done.map(({ id }) => id),
    );
    const untouched = done.flatMap((one) => {
      const doc = docs.get(one.id);
      return doc && doc.version === one.version ? [{ ...one, doc }] : [];
    });
    const made = untouched.filter(({ action }) => action === "create");
    const changed = untouched.filter(({ action }) => action === "update");
    const removed = await unmake(
      ctx,
      restoring.keeper,
      made.map(({ doc }) => doc),
    );
    await revert(ctx, restoring, changed);
    return removed + changed.length;
  });
}

/** Others may have come to rest on a record that nobody changed: that one stays. */
async function unmake<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<D, Input>,
  docs: readonly D[],
): Promise<number> {
  const free: D[] = [];
  for (const doc of docs) {
    if (await isFree(ctx, keeper, doc.id)) free.push(doc);
  }
  if (free.length === 0) return 0;
  const ids = free.map(({ id }) => id);
  const saves = free.map((doc) => ({ id: doc.id, before: doc, after: doc }));
  const alsoDeals = keeper.alsoDeals?.(saves);
  const where = { entity: keeper.noun, entityId: { in: ids } };
  await ctx.db.claim.deleteMany({ where });
  await ctx.db.oldSlug.deleteMany({ where });
  await keeper.remove(ctx, ids);
  const entries = free.map(({ id, slug }) => ({
    ...{ entity: keeper.noun, entityId: id, action: "purge", version: null },
    changes: [{ path: "slug", before: slug, after: null }],
  }));
  await record(ctx, entries, alsoDeals);
  return free.length;
}

async function isFree<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  keeper: Keeper<D, Input>,
  id: string,
): Promise<boolean> {
  try {
    await keeper.refuseIfUsed(ctx, id, { withdrawn: true });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function revert<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { keeper, schema, keep = (facts) => facts }: Restoring<D, Input>,
  changed: readonly (Done & { doc: D })[],
) {
  const olds = changed.map(({ doc, changes }) => ({
    doc,
    facts: keep(applyChanges(factsOf(doc), reversed(changes)), doc),
  }));
  const known = await loadSources(
    ctx,
    olds.flatMap(({ facts }) => sourceIdsIn(facts)),
  );
  const inputs = olds.map(({ doc, facts }) => {
    const sources = [...new Set(sourceIdsIn(facts))].flatMap((id) => known.get(id) ?? []);
    const { id, version, slug } = doc;
    return parseInput(schema, { ...facts, id, version, slug, sources });
  });
  if (inputs.length > 0) await saveRecords(ctx, keeper, inputs);
}
