import "server-only";
import { v7 as uuid } from "uuid";
import { loadAssetDocs } from "../../asset/queries";
import { authorize } from "../../auth/rules";
import { loadCompanyDocs } from "../../company/queries";
import { type Ctx, inTransaction } from "../../context";
import { loadDealDocs } from "../../deal/queries";
import { keepWarnings } from "../../deal/warning/commands";
import { record } from "../../history/commands";
import { changesBetween, type JsonDoc } from "../../history/rules";
import { factsOf, type StoredDoc } from "../../record/rules";
import { loadSources } from "../../source/queries";
import type { ArchiveOutcome } from "./dto";
import { dropStaged, type Staged, stageArchive } from "./file/commands";
import { openArchive } from "./file/queries";
import {
  closeMissing,
  compareKept,
  insertMissing,
  keepTermTimes,
  markMissing,
  missingIds,
  openMissing,
} from "./table/commands";
import { describeTables } from "./table/queries";

/** Half a day: a million deals take a quarter of it on a slow disk. */
const longest = 12 * 60 * 60 * 1000;

/**
 * Writes the records of an archive that the catalogue lacks, whole, all or none, each with its history. What is here
 * already stays as it is, whatever the archive says of it.
 * @throws AppError INVALID for what is no archive or not as its receipt says, CONFLICT when a record of the archive
 * has the address or the number of another one
 */
export async function importArchive(ctx: Ctx, path: string): Promise<ArchiveOutcome> {
  authorize(ctx.actor, "catalogue.restore");
  const files = await describeTables(ctx);
  const archiveId = uuid();
  const archive = await openArchive(
    path,
    files.map(({ table }) => `${table.file}.csv`),
  );
  try {
    const staged = await stageArchive(archiveId, archive, files);
    const acting: Ctx = { ...ctx, via: "IMPORT", batchId: archiveId };
    return await inTransaction(acting, (ctx) => writeStaged(ctx, archiveId, staged), longest);
  } finally {
    archive.close();
    await dropStaged(archiveId);
  }
}

async function writeStaged(ctx: Ctx, archiveId: string, files: Staged[]): Promise<ArchiveOutcome> {
  await ctx.db.$executeRaw`SELECT set_config('statement_timeout', '0', true)`;
  await openMissing(ctx);
  const outcome: ArchiveOutcome = { created: {}, same: 0, different: 0 };
  const about = files.filter(({ table }) => table.about);
  for (const file of [...files.filter((file) => !about.includes(file)), ...about]) {
    await markMissing(ctx, archiveId, files, file);
  }
  for (const file of files) {
    // What refreshes deals that are not there yet costs nothing: the records below deals are told of before them.
    if (file.table.record === "DEAL") await recordMissing(ctx, archiveId, files, isBelowDeals);
    const { same, different } = await compareKept(ctx, archiveId, file);
    outcome.same += same;
    outcome.different += different;
    outcome.created[file.table.file] = await insertMissing(ctx, archiveId, file);
  }
  for (const file of files) {
    if (file.table.table === "payment_term") await keepTermTimes(ctx, archiveId, file);
  }
  await recordMissing(ctx, archiveId, files, (kind) => !isBelowDeals(kind));
  await closeMissing(ctx);
  return outcome;
}

type Kind = NonNullable<Staged["table"]["record"]>;
const isBelowDeals = (kind: Kind) => kind !== "DEAL";
type Fact = { id: string; version: number; facts: JsonDoc };

/** Documents and what history says of them, as when they are saved one by one. */
const factsOfKind: Record<Kind, (ctx: Ctx, ids: string[]) => Promise<Fact[]>> = {
  COMPANY: async (ctx, ids) => stored(await loadCompanyDocs(ctx, ids)),
  ASSET: async (ctx, ids) => stored(await loadAssetDocs(ctx, ids)),
  async DEAL(ctx, ids) {
    const docs = await loadDealDocs(ctx, ids);
    await keepWarnings(ctx, [...docs.values()]);
    return stored(docs);
  },
  async SOURCE(ctx, ids) {
    const sources = [...(await loadSources(ctx, ids)).values()];
    return sources.map((source) => ({ id: source.id, version: 1, facts: source }));
  },
};

function stored(docs: ReadonlyMap<string, StoredDoc>): Fact[] {
  return [...docs.values()].map((doc) => ({
    ...{ id: doc.id, version: doc.version, facts: factsOf(doc) },
  }));
}

const part = 500;

async function recordMissing(
  ctx: Ctx,
  archiveId: string,
  files: readonly Staged[],
  chosen: (kind: Kind) => boolean,
): Promise<void> {
  for (const file of files) {
    const { record: entity } = file.table;
    if (!entity || !chosen(entity)) continue;
    const ids = await missingIds(ctx, archiveId, file);
    for (let from = 0; from < ids.length; from += part) {
      const facts = await factsOfKind[entity](ctx, ids.slice(from, from + part));
      const entries = facts.map(({ id, version, facts }) => ({
        ...{ entity, entityId: id, action: "create", version },
        changes: changesBetween(null, facts),
      }));
      await record(ctx, entries);
    }
  }
}
