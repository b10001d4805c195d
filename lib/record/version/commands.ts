import "server-only";
import type * as z from "zod";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { notFound } from "../../errors";
import type { JsonDoc } from "../../history/rules";
import { parseInput } from "../../input";
import { loadSources } from "../../source/queries";
import { type Keeper, saveRecords } from "../commands";
import { type RecordInput, type Saved, type StoredDoc, sourceIdsIn, staleVersion } from "../rules";
import { loadVersion } from "./queries";
import type { RestoreVersionInput } from "./schema";

/** What a noun adds to bringing a version back. */
export type Restoring<D extends StoredDoc, Input extends RecordInput> = {
  keeper: Keeper<D, Input>;
  schema: z.ZodType<Input>;
  /** What is never undone, put back into the facts of the old version. */
  keep?(facts: JsonDoc, current: D): JsonDoc;
};

/**
 * Saves the facts of an old version as the newest one, under the address of today. CONFLICT when the record has
 * moved meanwhile; INVALID when the old facts no longer stand, such as a company that was purged since.
 */
export async function restoreVersion<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { keeper, schema, keep = (facts) => facts }: Restoring<D, Input>,
  { id, version, to }: RestoreVersionInput,
): Promise<Saved[]> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const current = (await keeper.load(ctx, [id])).get(id);
    if (!current) throw notFound(keeper.label);
    if (current.version !== version) throw staleVersion();
    const was = await loadVersion(ctx, { noun: keeper.noun, doc: current }, to);
    if (!was) throw notFound("Version");
    const facts = keep(was, current);
    const sources = [...(await loadSources(ctx, sourceIdsIn(facts))).values()];
    const old = { ...facts, id, version, slug: current.slug, sources };
    return saveRecords(ctx, keeper, [parseInput(schema, old)]);
  });
}
