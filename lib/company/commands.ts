import "server-only";
import { v7 as uuid } from "uuid";
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
import { insertRows } from "../rows";
import { slugify } from "../slug";
import { companyColumns, companyRows } from "./dto";
import { loadCompanyDocs } from "./queries";
import { companyProblems } from "./rules";
import { type CompanyDoc, type CompanyInput, companyInput } from "./schema";

/** See `saveRecords`. CONFLICT, too, when an identifier belongs to another company or a group would be circular. */
export function saveCompanies(ctx: Ctx, inputs: readonly CompanyInput[]): Promise<Saved[]> {
  return saveRecords(ctx, keeper, inputs);
}

/** See `restoreVersion`. */
export function restoreCompanyVersion(ctx: Ctx, input: RestoreVersionInput): Promise<Saved[]> {
  return restoreVersion(ctx, restoring, input);
}

/** See `takeBackRecords`. */
export function takeBackCompanies(ctx: Ctx, done: readonly Done[]): Promise<number> {
  return takeBackRecords(ctx, restoring, done);
}

/** See `judgeClaim`. */
export function judgeCompanyClaim(ctx: Ctx, input: ClaimJudgement) {
  return judgeClaim(ctx, claiming, input);
}

/** See `addClaim`. */
export function addCompanyClaim(ctx: Ctx, input: ClaimAddition): Promise<Saved> {
  return addClaim(ctx, claiming, input);
}

export function withdrawCompany(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return withdrawRecord(ctx, keeper, input);
}

export function restoreCompany(ctx: Ctx, ref: RecordRef): Promise<void> {
  return restoreRecord(ctx, keeper, ref);
}

export function purgeCompany(ctx: Ctx, input: WithdrawInput): Promise<void> {
  return purgeRecord(ctx, keeper, input);
}

const keeper: Keeper<CompanyDoc, CompanyInput> = {
  noun: "COMPANY",
  label: "Company",
  problems: companyProblems,
  load: loadCompanyDocs,
  async check(ctx, pairs) {
    await refuseBorrowedIdentifiers(ctx, pairs);
    await refuseCircularGroups(ctx, pairs);
  },
  slugOf: (input) => slugify(input.name),
  complete: (input, common) => ({ ...input, ...common }),
  insert,
  async update(ctx, doc, version) {
    const { count } = await ctx.db.company.updateMany({
      where: { id: doc.id, version, withdrawnAt: null },
      data: { ...companyColumns(doc), slug: doc.slug, version: doc.version },
    });
    return count;
  },
  writeChildren,
  async touch(ctx, { id, version, withdrawn }, data) {
    const withdrawnAt = withdrawn ? { not: null } : null;
    const { count } = await ctx.db.company.updateMany({
      where: { id, version, withdrawnAt },
      data,
    });
    return count;
  },
  refuseIfUsed,
  async withdrawnBelow(ctx, id) {
    const where = { withdrawnAt: { not: null }, subsidiaries: { some: { id } } };
    return (await ctx.db.company.findMany({ select: { name: true }, where })).map(
      ({ name }) => name,
    );
  },
  async remove(ctx, ids) {
    await ctx.db.company.deleteMany({ where: { id: { in: [...ids] } } });
  },
};

const restoring: Restoring<CompanyDoc, CompanyInput> = { keeper, schema: companyInput };

const plainFields = ["name", "country", "city", "kind", "foundedYear", "website"] as const;

const claiming: Claiming<CompanyDoc, CompanyInput> = {
  keeper,
  schema: companyInput,
  withValue: (doc, field, value) => withPlainValue(doc, plainFields, field, value),
};

async function insert(ctx: Ctx, docs: readonly CompanyDoc[]) {
  // Parents may come in the same save: all companies first, then who belongs to whom.
  await ctx.db.company.createMany({
    data: docs.map((doc) => ({
      id: doc.id,
      slug: doc.slug,
      ...companyColumns(doc),
      parentId: null,
    })),
  });
  for (const { id, parentId } of docs) {
    if (parentId) await ctx.db.company.update({ where: { id }, data: { parentId } });
  }
}

async function writeChildren(ctx: Ctx, saves: readonly Save<CompanyDoc>[]) {
  const nameRows = await mainNameRows(ctx, saves);
  const plans = saves.map(({ id, before, after }) => {
    const nameRow = nameRows.get(id) ?? uuid();
    const now = companyRows(id, after, nameRow);
    const old = before ? companyRows(id, before, nameRow) : { names: [], identifiers: [] };
    return {
      names: planChildren(old.names, now.names),
      identifiers: planChildren(old.identifiers, now.identifiers),
    };
  });
  const names = mergePlans(plans.map((plan) => plan.names));
  const identifiers = mergePlans(plans.map((plan) => plan.identifiers));
  await removeChildren(ctx.db.companyName, names.removed);
  await removeChildren(ctx.db.companyIdentifier, identifiers.removed);
  const { companyName, companyIdentifier } = ctx.db;
  await putChildren(names, {
    add: (rows) => insertRows(ctx.db, "company_name", rows),
    change: (data) => companyName.update({ where: { id: data.id }, data }),
  });
  await putChildren(identifiers, {
    add: (rows) => insertRows(ctx.db, "company_identifier", rows),
    change: (data) => companyIdentifier.update({ where: { id: data.id }, data }),
  });
}

async function mainNameRows(ctx: Ctx, saves: readonly Save<CompanyDoc>[]) {
  const rows = await ctx.db.companyName.findMany({
    select: { id: true, companyId: true },
    where: { kind: "NAME", companyId: { in: saves.map(({ id }) => id) } },
  });
  return new Map(rows.map((row) => [row.companyId, row.id]));
}

type CompanyPair = Pair<CompanyDoc, CompanyInput>;

async function refuseBorrowedIdentifiers(ctx: Ctx, pairs: readonly CompanyPair[]) {
  const wanted = pairs.flatMap(({ id, input }) =>
    input.identifiers.map((identifier, index) => ({ ...identifier, companyId: id, index })),
  );
  if (wanted.length === 0) return;
  const rows = await ctx.db.companyIdentifier.findMany({
    select: { scheme: true, value: true, companyId: true, company: { select: { name: true } } },
    where: { OR: wanted.map(({ scheme, value }) => ({ scheme, value })) },
  });
  for (const row of rows) {
    const clash = wanted.find(({ scheme, value }) => scheme === row.scheme && value === row.value);
    if (clash && clash.companyId !== row.companyId) {
      const path = `identifiers.${clash.index}.value`;
      throw invalidField(path, "{name} has this identifier already", { name: row.company.name });
    }
  }
}

/** A group is a tree: following the parents never comes back. */
async function refuseCircularGroups(ctx: Ctx, pairs: readonly CompanyPair[]) {
  const wanted = new Map(pairs.map(({ id, input }) => [id, input.parentId]));
  for (const { id, input } of pairs) {
    const seen = new Set([id]);
    for (let parent = input.parentId; parent; ) {
      if (seen.has(parent)) throw invalidField("parentId", "This would make the group circular");
      seen.add(parent);
      parent = wanted.has(parent) ? (wanted.get(parent) ?? null) : await parentOf(ctx, parent);
    }
  }
}

async function parentOf(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.db.company.findFirst({
    select: { parentId: true },
    where: { id, withdrawnAt: null },
  });
  if (!row) throw invalidField("parentId", "This company does not exist");
  return row.parentId;
}

/** Deals, assets and subsidiaries rest on their company. */
async function refuseIfUsed(ctx: Ctx, id: string, counting: { withdrawn: boolean }) {
  const live = counting.withdrawn ? {} : { withdrawnAt: null };
  const deals = await ctx.db.deal.count({
    where: { ...live, parties: { some: { companyId: id } } },
  });
  const assets = await ctx.db.asset.count({ where: { ...live, originatorId: id } });
  const subsidiaries = await ctx.db.company.count({ where: { ...live, parentId: id } });
  if (deals + assets + subsidiaries === 0) return;
  throw new AppError(
    "CONFLICT",
    "Still in use by {deals} deals, {assets} assets and {subsidiaries} subsidiaries",
    { values: { deals, assets, subsidiaries } },
  );
}
