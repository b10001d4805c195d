import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { notFound } from "../../errors";
import { companies } from "../company/queries";
import { deals } from "../deal/queries";
import { milestones } from "../milestone/queries";
import { type Import, type ImportRow, importSelect, toImport } from "./dto";
import type { RowReport, Verdict } from "./rules";
import type { ImportKind } from "./schema";

/** Every column that a file of a kind may have: those of its export. */
export function columnNames(): Record<ImportKind, string[]> {
  const names = ({ columns }: Pick<typeof deals, "columns">) => columns.map(([name]) => name);
  return { deals: names(deals), companies: names(companies), milestones: names(milestones) };
}

/** An import is its own person's; an administrator and the operator see everybody's. */
export function ownedBy({ actor }: Ctx) {
  if (actor.kind === "user" && actor.role !== "ADMIN") return { userId: actor.id };
  return {};
}

/** A file and how far it is. NOT_FOUND, too, for somebody else's. */
export async function getImport(ctx: Ctx, id: string): Promise<Import> {
  authorize(ctx.actor, "catalogue.write");
  const where = { id, ...ownedBy(ctx) };
  const row = await ctx.db.importFile.findFirst({ select: importSelect, where });
  if (!row) throw notFound("Import");
  return toImport(row);
}

/** The latest imports of the person, newest first. */
export async function listImports(ctx: Ctx): Promise<Import[]> {
  authorize(ctx.actor, "catalogue.write");
  const rows = await ctx.db.importFile.findMany({
    select: importSelect,
    where: { ...ownedBy(ctx), state: { not: "uploading" } },
    orderBy: { createdAt: "desc" },
    take: 30,
  });
  return rows.map(toImport);
}

/** Rows with a verdict, in the order of the file, after a number. */
export async function listImportRows(
  ctx: Ctx,
  id: string,
  { verdict, after = 0, limit = 50 }: { verdict: Verdict; after?: number; limit?: number },
): Promise<ImportRow[]> {
  await getImport(ctx, id);
  const rows = await ctx.db.importRow.findMany({
    select: { number: true, report: true },
    where: { importId: id, verdict, number: { gt: after } },
    orderBy: { number: "asc" },
    take: limit,
  });
  return rows.flatMap(({ number, report }) =>
    report === null ? [] : [{ number, report: asReport(report) }],
  );
}

/** Only `judge` and the job that applies write the column. */
export function asReport(report: unknown): RowReport {
  return report as RowReport;
}
