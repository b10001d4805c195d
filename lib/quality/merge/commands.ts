import "server-only";
import { v7 as uuid } from "uuid";
import * as assets from "../../asset/commands";
import { loadAssetDocs } from "../../asset/queries";
import type { AssetDoc } from "../../asset/schema";
import { authorize } from "../../auth/rules";
import * as companies from "../../company/commands";
import { loadCompanyDocs } from "../../company/queries";
import type { CompanyDoc } from "../../company/schema";
import { type Ctx, inTransaction } from "../../context";
import * as deals from "../../deal/commands";
import { loadDealDocs } from "../../deal/queries";
import type { DealDoc } from "../../deal/schema";
import { AppError, notFound } from "../../errors";
import { historySelect, toHistoryEntry } from "../../history/dto";
import { type Noun, type Saved, type StoredDoc, staleVersion } from "../../record/rules";
import type { RecordRef, WithdrawInput } from "../../record/schema";
import type { Done } from "../../record/undo/commands";
import {
  joinAssets,
  joinCompanies,
  joinDeals,
  stripCompany,
  withAsset,
  withCompany,
  withDeal,
} from "./rules";
import type { MergeInput, MergeRef, PairInput } from "./schema";

/** What a noun adds to merging two of its records. */
type Merging = {
  label: string;
  /** Gives the kept record what the other had; answers the version of the other after it. */
  join(ctx: Ctx, kept: RecordRef, merged: RecordRef): Promise<number>;
  /** Everything live that refers to the one refers to the other. */
  repoint(ctx: Ctx, from: string, to: string): Promise<unknown>;
  withdraw(ctx: Ctx, input: WithdrawInput): Promise<void>;
  restore(ctx: Ctx, ref: RecordRef): Promise<void>;
  versionOf(ctx: Ctx, id: string): Promise<number | undefined>;
  takeBack(ctx: Ctx, done: readonly Done[]): Promise<number>;
};

/**
 * Makes two records one: the kept one takes over names, evidence and every live reference, the other is withdrawn,
 * and its addresses lead to the kept one. All in one batch of history, by which `undoMerge` takes it back.
 * CONFLICT when either has changed meanwhile. Withdrawn records that refer to the merged one go on doing so.
 */
export async function mergeRecords(ctx: Ctx, input: MergeInput): Promise<{ id: string }> {
  authorize(ctx.actor, "catalogue.withdraw");
  const { noun, kept, merged, reason } = input;
  if (kept.id === merged.id) throw new AppError("INVALID", "A record cannot be merged with itself");
  return inTransaction(ctx, async (outer) => {
    const id = uuid();
    const ctx = { ...outer, batchId: id };
    const one = nouns[noun];
    await ctx.db.recordMerge.create({
      data: { id, entity: noun, keptId: kept.id, mergedId: merged.id, reason, ...who(ctx) },
    });
    const version = await one.join(ctx, kept, merged);
    await one.repoint(ctx, merged.id, kept.id);
    await one.withdraw(ctx, { id: merged.id, version, reason });
    return { id };
  });
}

/**
 * Takes a merge back: the merged record lives again and everything the merge changed is as it was. CONFLICT when any
 * of it was changed since.
 */
export async function undoMerge(ctx: Ctx, { id }: MergeRef): Promise<void> {
  authorize(ctx.actor, "catalogue.withdraw");
  await inTransaction(ctx, async (ctx) => {
    const merge = await ctx.db.recordMerge.findUnique({ where: { id } });
    if (!merge) throw notFound("Merge");
    const { count } = await ctx.db.recordMerge.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date() },
    });
    if (count === 0) throw new AppError("CONFLICT", "This merge was undone already");
    const done = await loadDone(ctx, id);
    await refuseIfMoved(ctx, done);
    const [, last] = done.filter((one) => one.id === merge.mergedId).map(({ version }) => version);
    const version = last ?? done.find((one) => one.id === merge.mergedId)?.version;
    await nouns[asNoun(merge.entity)].restore(ctx, { id: merge.mergedId, version: version ?? 0 });
    await takeBack(ctx, done, merge);
  });
}

/** A pair that is no duplicate is not shown again. */
export async function keepApart(ctx: Ctx, { noun, ids }: PairInput): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  const [aId = "", bId = ""] = [...ids].sort();
  if (aId === bId) throw new AppError("INVALID", "A record cannot be merged with itself");
  const { actorName } = who(ctx);
  await ctx.db.notDuplicate.createMany({
    data: [{ entity: noun, aId, bId, actorName }],
    skipDuplicates: true,
  });
}

type Entry = Done & { noun: Noun };

async function loadDone(ctx: Ctx, batchId: string): Promise<Entry[]> {
  const rows = await ctx.db.auditEntry.findMany({
    select: historySelect,
    where: { batchId, entity: { in: ["COMPANY", "ASSET", "DEAL"] } },
    orderBy: { version: "asc" },
  });
  return rows.map((row) => {
    const { action, version, changes } = toHistoryEntry(row);
    return { action, version, changes, id: row.entityId, noun: asNoun(row.entity) };
  });
}

async function refuseIfMoved(ctx: Ctx, done: readonly Entry[]) {
  const latest = new Map(done.map((one) => [one.id, one]));
  for (const { noun, id, version } of latest.values()) {
    if ((await nouns[noun].versionOf(ctx, id)) !== version) {
      throw new AppError("CONFLICT", "Something was changed since: undo that first");
    }
  }
}

/** The kept record first, for an identifier belongs to one company; then the merged one, then what refers to them. */
async function takeBack(
  ctx: Ctx,
  done: readonly Entry[],
  merge: { keptId: string; mergedId: string },
) {
  const updates = done.filter(({ action }) => action === "update");
  const rank = ({ id }: Entry) => (id === merge.keptId ? 0 : id === merge.mergedId ? 1 : 2);
  for (const one of [...updates].sort((a, b) => rank(a) - rank(b))) {
    const version = (await nouns[one.noun].versionOf(ctx, one.id)) ?? null;
    await nouns[one.noun].takeBack(ctx, [{ ...one, version }]);
  }
}

function who({ actor }: Ctx) {
  if (actor.kind === "anonymous") throw new AppError("UNAUTHENTICATED", "Sign in first");
  return { userId: actor.kind === "user" ? actor.id : null, actorName: actor.name };
}

function asNoun(entity: string): Noun {
  if (entity === "COMPANY" || entity === "ASSET" || entity === "DEAL") return entity;
  throw new Error(`${entity} is not merged`);
}

type Steps<D extends StoredDoc> = {
  load(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, D>>;
  save(ctx: Ctx, docs: D[]): Promise<Saved[]>;
  join(kept: D, merged: D): D;
  /** What the merged record gives up first. */
  strip?(merged: D, keptId: string): D;
};

function joining<D extends StoredDoc>({ load, save, join, strip }: Steps<D>, label: string) {
  return async (ctx: Ctx, kept: RecordRef, merged: RecordRef): Promise<number> => {
    const docs = await load(ctx, [kept.id, merged.id]);
    const [one, two] = [docs.get(kept.id), docs.get(merged.id)];
    if (!one || !two) throw notFound(label);
    if (one.version !== kept.version || two.version !== merged.version) throw staleVersion();
    const [stripped] = strip ? await save(ctx, [strip(two, kept.id)]) : [two];
    await save(ctx, [join(one, two)]);
    return stripped?.version ?? two.version;
  };
}

async function saveDealsWith(
  ctx: Ctx,
  where: NonNullable<Parameters<Ctx["db"]["deal"]["findMany"]>[0]>["where"],
  change: (deal: DealDoc) => DealDoc,
) {
  const rows = await ctx.db.deal.findMany({
    select: { id: true },
    where: { withdrawnAt: null, ...where },
  });
  const docs = await loadDealDocs(
    ctx,
    rows.map(({ id }) => id),
  );
  await deals.saveDeals(ctx, [...docs.values()].map(change));
}

const nouns: Record<Noun, Merging> = {
  COMPANY: {
    label: "Company",
    join: joining<CompanyDoc>(
      {
        load: loadCompanyDocs,
        save: companies.saveCompanies,
        join: joinCompanies,
        strip: stripCompany,
      },
      "Company",
    ),
    async repoint(ctx, from, to) {
      await saveDealsWith(ctx, { parties: { some: { companyId: from } } }, (deal) =>
        withCompany(deal, from, to),
      );
      const live = { withdrawnAt: null };
      const made = await ctx.db.asset.findMany({
        select: { id: true },
        where: { ...live, originatorId: from },
      });
      const assetDocs = await loadAssetDocs(
        ctx,
        made.map(({ id }) => id),
      );
      await assets.saveAssets(
        ctx,
        [...assetDocs.values()].map((doc) => ({ ...doc, originatorId: to })),
      );
      const below = await ctx.db.company.findMany({
        select: { id: true },
        where: { ...live, parentId: from, id: { not: to } },
      });
      const companyDocs = await loadCompanyDocs(
        ctx,
        below.map(({ id }) => id),
      );
      await companies.saveCompanies(
        ctx,
        [...companyDocs.values()].map((doc) => ({ ...doc, parentId: to })),
      );
    },
    withdraw: companies.withdrawCompany,
    restore: companies.restoreCompany,
    versionOf: async (ctx, id) => (await loadCompanyDocs(ctx, [id])).get(id)?.version,
    takeBack: companies.takeBackCompanies,
  },
  ASSET: {
    label: "Asset",
    join: joining<AssetDoc>(
      { load: loadAssetDocs, save: assets.saveAssets, join: joinAssets },
      "Asset",
    ),
    repoint: (ctx, from, to) =>
      saveDealsWith(ctx, { assets: { some: { assetId: from } } }, (deal) =>
        withAsset(deal, from, to),
      ),
    withdraw: assets.withdrawAsset,
    restore: assets.restoreAsset,
    versionOf: async (ctx, id) => (await loadAssetDocs(ctx, [id])).get(id)?.version,
    takeBack: assets.takeBackAssets,
  },
  DEAL: {
    label: "Deal",
    join: joining<DealDoc>({ load: loadDealDocs, save: deals.saveDeals, join: joinDeals }, "Deal"),
    repoint: (ctx, from, to) =>
      saveDealsWith(ctx, { linksTo: { some: { toDealId: from } }, id: { not: to } }, (deal) =>
        withDeal(deal, from, to),
      ),
    withdraw: deals.withdrawDeal,
    restore: deals.restoreDeal,
    versionOf: async (ctx, id) => (await loadDealDocs(ctx, [id])).get(id)?.version,
    takeBack: deals.takeBackDeals,
  },
};
