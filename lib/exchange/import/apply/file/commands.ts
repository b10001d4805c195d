import "server-only";
import { saveCompanies } from "../../../../company/commands";
import { companyInput } from "../../../../company/schema";
import { type Ctx, inTransaction } from "../../../../context";
import { AppError } from "../../../../errors";
import type { Problem } from "../../cell/rules";
import { type Import, importSelect, toImport } from "../../dto";
import { works } from "../../kind/commands";
import { madeCompany } from "../../row/name/rules";
import type { Draft } from "../../rules";

/** Rows of one transaction. */
const most = 500;

/**
 * Writes what the preview found, part by part, each whole or not at all, with its progress. A part that a command
 * refuses as a whole is tried in halves, until the row that is at fault stands alone and is set aside.
 */
export async function writeImport(ctx: Ctx, file: Import, signal: AbortSignal): Promise<void> {
  await makeCompanies(ctx, file);
  let size = most;
  for (;;) {
    signal.throwIfAborted();
    try {
      if (!(await applyPart(ctx, file, size))) return;
      size = Math.min(most, size * 2);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (size === 1) await setAside(ctx, file, error);
      else size = Math.ceil(size / 2);
    }
  }
}

/** Companies that the person told us to make, before the rows that name them. */
async function makeCompanies(ctx: Ctx, { id, settings }: Import) {
  const wanted = Object.entries(settings.companies).flatMap(([name, choice]) =>
    "create" in choice
      ? [{ id: madeCompany(id, name).id, name, country: choice.create.country }]
      : [],
  );
  if (wanted.length === 0) return;
  await inTransaction(ctx, async (ctx) => {
    const ids = wanted.map((company) => company.id);
    const there = await ctx.db.company.findMany({
      select: { id: true },
      where: { id: { in: ids } },
    });
    const known = new Set(there.map((company) => company.id));
    const missing = wanted.filter((company) => !known.has(company.id));
    await saveCompanies(
      ctx,
      missing.map((company) => companyInput.parse({ ...company, kind: "OTHER" })),
    );
  });
}

type Waiting = { number: number; draft: Draft };

/** The import, held against another who would apply it, and the rows that are next: all of a record together. */
async function nextRows(ctx: Ctx, id: string, size: number) {
  await ctx.db.$queryRaw`SELECT FROM import_file WHERE id = ${id}::uuid FOR UPDATE`;
  const file = toImport(
    await ctx.db.importFile.findUniqueOrThrow({ select: importSelect, where: { id } }),
  );
  const rows = await ctx.db.$queryRaw<Waiting[]>`
    WITH open AS MATERIALIZED (
      SELECT number, record_id FROM import_row
      WHERE import_id = ${id}::uuid AND verdict IN ('create', 'change') AND NOT applied
      ORDER BY number LIMIT ${size})
    SELECT r.number, r.draft FROM import_row AS r
    WHERE r.import_id = ${id}::uuid AND r.verdict IN ('create', 'change') AND NOT r.applied
      AND (r.number IN (SELECT number FROM open) OR r.record_id IN (SELECT record_id FROM open))
    ORDER BY r.number`;
  return { file, drafts: rows.map(({ draft }) => draft) };
}

/** False when nothing was left to do. */
function applyPart(ctx: Ctx, { id }: Import, size: number): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const { file, drafts } = await nextRows(ctx, id, size);
    if (file.state !== "applying") return false;
    if (drafts.length === 0) {
      const finishedAt = new Date();
      await ctx.db.importFile.update({ where: { id }, data: { state: "applied", finishedAt } });
      return false;
    }
    const reading = { importId: id, settings: file.settings, seen: new Set<string>() };
    const refused = await works[file.kind].write(ctx, drafts, reading);
    await moveOn(ctx, file, drafts, refused);
    return true;
  });
}

async function moveOn(
  ctx: Ctx,
  { id, tally }: Import,
  drafts: readonly Draft[],
  refused: ReadonlyMap<number, Problem[]>,
) {
  const numbers = drafts.map(({ number }) => number).filter((number) => !refused.has(number));
  await ctx.db.$executeRaw`
    UPDATE import_row SET applied = true
    WHERE import_id = ${id}::uuid AND number = ANY (${numbers}::int[])`;
  const failed = [...refused].map(([number, problems]) => ({ number, problems }));
  if (failed.length > 0) {
    await ctx.db.$executeRaw`
      UPDATE import_row SET verdict = 'reject',
        report = jsonb_set(report::jsonb, '{problems}', failed.problems)::json
      FROM jsonb_to_recordset(${JSON.stringify(failed)}::jsonb) AS failed(number int, problems jsonb)
      WHERE import_row.import_id = ${id}::uuid AND import_row.number = failed.number`;
  }
  const now = {
    ...tally,
    applied: tally.applied + numbers.length,
    failed: tally.failed + failed.length,
  };
  const done = { increment: BigInt(drafts.length) };
  await ctx.db.importFile.update({ where: { id }, data: { tally: now, done } });
}

/** The one row that the command refuses says why, and the others go on. */
function setAside(ctx: Ctx, { id }: Import, error: AppError): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { file, drafts } = await nextRows(ctx, id, 1);
    const { columnOf } = works[file.kind];
    const [field] = error.fields;
    const problem: Problem = {
      code: error.code === "CONFLICT" ? "STALE_VERSION" : "REFUSED",
      column: field ? columnOf(field.path) : works[file.kind].layout.idColumn,
      message: field?.message ?? error.message,
      values: field?.values ?? error.values,
    };
    await moveOn(ctx, file, drafts, new Map(drafts.map(({ number }) => [number, [problem]])));
  });
}
