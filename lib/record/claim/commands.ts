import "server-only";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { invalidField, notFound } from "../../errors";
import { changesBetween } from "../../history/rules";
import { parseInput } from "../../input";
import { loadSources } from "../../source/queries";
import type { ClaimInput, SourceInput } from "../../source/schema";
import { saveRecords } from "../commands";
import { factsOf, type RecordInput, type Saved, type StoredDoc, staleVersion } from "../rules";
import type { RecordRef } from "../schema";
import type { Restoring } from "../version/commands";
import { type ClaimEffect, claimOf, judged } from "./rules";
import type { ClaimAddition, ClaimJudgement } from "./schema";

/** What a noun adds to judging its claims. */
export type Claiming<D extends StoredDoc, Input extends RecordInput> = Pick<
  Restoring<D, Input>,
  "keeper" | "schema"
> & {
  /** The document with the field set to what a claim says; null where only a person can set it. */
  withValue(doc: D, field: string, value: string): object | null;
};

/**
 * Accepts, rejects or withdraws a claim, with the reason in history; an accepted one sets its field in the same
 * save. NOT_FOUND, CONFLICT when the record has moved meanwhile, INVALID when the value breaks a rule of the record.
 */
export async function judgeClaim<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  claiming: Claiming<D, Input>,
  { id, version, ...judgement }: ClaimJudgement,
): Promise<Saved & { effect: ClaimEffect }> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const doc = await loadCurrent(ctx, claiming, { id, version });
    const claim = doc.claims.find((one) => one.id === judgement.claimId);
    if (!claim) throw notFound("Claim");
    const accepted = judgement.verdict === "ACCEPTED" && claim.value !== null;
    const set = accepted ? valueSet(doc, claiming, claim) : { doc, effect: "same" as const };
    const claims = judged(doc.claims, judgement);
    const saved = await save(ctx, claiming, { ...set.doc, claims }, judgement.reason);
    return { ...saved, effect: set.effect };
  });
}

/** Adds what a source says of a field of a record. INVALID without a source, or when it says so already. */
export async function addClaim<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  claiming: Claiming<D, Input>,
  addition: ClaimAddition,
): Promise<Saved> {
  authorize(ctx.actor, "catalogue.write");
  return inTransaction(ctx, async (ctx) => {
    const doc = await loadCurrent(ctx, claiming, addition);
    const source = await sourceOf(ctx, doc, addition);
    const claims = [...doc.claims, claimOf(addition, source.id, doc.claims)];
    const known = doc.sources.some(({ id }) => id === source.id);
    const sources = known ? doc.sources : [...doc.sources, source];
    return save(ctx, claiming, { ...doc, sources, claims });
  });
}

async function loadCurrent<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { keeper }: Claiming<D, Input>,
  { id, version }: RecordRef,
): Promise<D> {
  const doc = (await keeper.load(ctx, [id])).get(id);
  if (!doc) throw notFound(keeper.label);
  if (doc.version !== version) throw staleVersion();
  return doc;
}

/** The document of a claim; a new one whose address the record has already is that one. */
async function sourceOf(
  ctx: Ctx,
  { sources }: StoredDoc,
  { sourceId, source }: ClaimAddition,
): Promise<SourceInput> {
  const known = source?.url && sources.find(({ url }) => url === source.url);
  const found = sourceId && (await loadSources(ctx, [sourceId])).get(sourceId);
  const chosen = known || source || found;
  if (!chosen) throw invalidField("sourceId", "Choose the source of this claim");
  return chosen;
}

/** The document as the claim has it. Where its words are none of the field's, the document as it is. */
function valueSet<D extends StoredDoc, Input extends RecordInput>(
  doc: D,
  { schema, withValue }: Claiming<D, Input>,
  { field, value }: ClaimInput,
): { doc: object; effect: ClaimEffect } {
  const next = withValue(doc, field, value ?? "");
  const parsed = schema.safeParse(next);
  if (!next || !parsed.success) return { doc, effect: "byHand" };
  const now = { ...doc, ...parsed.data };
  const changed = changesBetween(factsOf(doc), factsOf(now)).length > 0;
  return { doc: now, effect: changed ? "set" : "same" };
}

async function save<D extends StoredDoc, Input extends RecordInput>(
  ctx: Ctx,
  { keeper, schema }: Claiming<D, Input>,
  doc: object,
  reason?: string,
): Promise<Saved> {
  const [saved] = await saveRecords(ctx, keeper, [parseInput(schema, doc)], reason);
  if (!saved) throw new Error("one record in, one record out");
  return saved;
}
