import "server-only";
import { mergePlans, planChildren, putChildren, removeChildren } from "../children";
import type { Ctx } from "../context";
import { AppError, invalidField } from "../errors";
import { addClaim, type Claiming, judgeClaim } from "../record/claim/commands";
import { withPlainValue } from "../record/claim/rules";
import type { ClaimAddition, ClaimJudgement } from "../record/claim/schema";
import {
  type Keeper,
  purgeRecord,
  restoreRecord,
  saveRecords,
  withdrawRecord,
} from "../record/commands";
import type { Pair, Save, Saved } from "../record/rules";
import type { RecordRef, WithdrawInput } from "../record/schema";
import { type Done, takeBackRecords } from "../record/undo/commands";
import { type Restoring, restoreVersion } from "../record/version/commands";
import type { RestoreVersionInput } from "../record/version/schema";
import { slugify } from "../slug";
import { assetColumns, assetNameRows } from "./dto";
import { loadAssetDocs } from "./queries";
import { assetProblems } from "./rules";
import { type AssetDoc, type AssetInput, assetInput } from "./schema";

/** See `saveRecords`. INVALID, too, when the originator does not exist. */
export function saveAssets(ctx: Ctx, inputs: readonly AssetInput[]): Promise<Saved[]> {
  return saveRecords(ctx, keeper, inputs);
}

/** See `restoreVersion`. */
export function restoreAssetVersion(ctx: Ctx, input: RestoreVersionInput): Promise<Saved[]> {
  return restoreVersion(ctx, restoring, input);
}

/** See `judgeClaim`. */
export function judgeAssetClaim(ctx: Ctx, input: ClaimJudgement) {
  return judgeClaim(ctx, claiming, input);
}

/** See `addClaim`. */
export function addAssetClaim(ctx: Ctx, input: ClaimAddition): Promise<Saved> {
  return addClaim(ctx, claiming, input);
}

/** See `takeBackRecords`. */
export function takeBackAssets(ctx: Ctx, done: readonly Done[]): Promise<number> {
  return takeBackRecords(ctx, restoring, done);
}

export function withdrawAsset(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return withdrawRecord(ctx, keeper, input);
}

export function restoreAsset(ctx: Ctx, ref: RecordRef): Promise<void> {
  return restoreRecord(ctx, keeper, ref);
}

export function purgeAsset(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return purgeRecord(ctx, keeper, input);
}

const keeper: Keeper<AssetDoc, AssetInput> = {
  noun: "ASSET",
  label: "Asset",
  problems: assetProblems,
  load: loadAssetDocs,
  check: refuseUnknownOriginators,
  slugOf: (input) => slugify(input.name),
  complete: (input, common) => ({ ...input, ...common }),
  async insert(ctx, docs) {
    await ctx.db.asset.createMany({
      data: docs.map((doc) => ({ id: doc.id, slug: doc.slug, ...assetColumns(doc) })),
    });
  },
  async update(ctx, doc, version) {
    const { count } = await ctx.db.asset.updateMany({
      where: { id: doc.id, version, withdrawnAt: null },
      data: { ...assetColumns(doc), slug: doc.slug, version: doc.version },
    });
    return count;
  },
  writeChildren,
  async touch(ctx, { id, version, withdrawn }, data) {
    const withdrawnAt = withdrawn ? { not: null } : null;
    const { count } = await ctx.db.asset.updateMany({ where: { id, version, withdrawnAt }, data });
    return count;
  },
  async refuseIfUsed(ctx, id, { withdrawn }) {
    const live = withdrawn ? {} : { withdrawnAt: null };
    const where = { ...live, assets: { some: { assetId: id } } };
    const deals = await ctx.db.deal.count({ where });
    if (deals > 0)
      throw new AppError("CONFLICT", "Still in use by {deals} deals", { values: { deals } });
  },
  async withdrawnBelow(ctx, id) {
    const where = { withdrawnAt: { not: null }, originated: { some: { id } } };
    return (await ctx.db.company.findMany({ select: { name: true }, where })).map(
      ({ name }) => name,
    );
  },
  async remove(ctx, ids) {
    await ctx.db.asset.deleteMany({ where: { id: { in: [...ids] } } });
  },
};

const restoring: Restoring<AssetDoc, AssetInput> = { keeper, schema: assetInput };

const plainFields = ["name", "modality", "currentStage"] as const;

const claiming: Claiming<AssetDoc, AssetInput> = {
  keeper,
  schema: assetInput,
  withValue: (doc, field, value) => withPlainValue(doc, plainFields, field, value),
};

async function writeChildren(ctx: Ctx, saves: readonly Save<AssetDoc>[]) {
  const { assetName } = ctx.db;
  const plan = mergePlans(
    saves.map(({ id, before, after }) =>
      planChildren(before ? assetNameRows(id, before) : [], assetNameRows(id, after)),
    ),
  );
  await removeChildren(assetName, plan.removed);
  await putChildren(plan, {
    add: (data) => assetName.createMany({ data }),
    change: (data) => assetName.update({ where: { id: data.id }, data }),
  });
}

async function refuseUnknownOriginators(ctx: Ctx, pairs: readonly Pair<AssetDoc, AssetInput>[]) {
  const wanted = [...new Set(pairs.flatMap(({ input }) => input.originatorId ?? []))];
  const known = await ctx.db.company.count({ where: { id: { in: wanted }, withdrawnAt: null } });
  if (known < wanted.length) throw invalidField("originatorId", "This company does not exist");
}
