import "server-only";
import { authorize } from "../../../auth/rules";
import type { Ctx } from "../../../context";
import { sentence } from "../../../errors";
import { bytesOf, rowsOf } from "../file/queries";
import { asReport, getImport } from "../queries";
import type { RowReport } from "../rules";
import { csvLine, rejectColumns } from "./rules";

const part = 1000;

/** The rejected rows as the file has them, each with why, in constant memory: to be mended and handed in again. */
export async function* rejectedRows(ctx: Ctx, id: string): AsyncGenerator<string> {
  authorize(ctx.actor, "catalogue.write");
  const file = await getImport(ctx, id);
  const rejects = reportsOf(ctx, id);
  let next = await rejects.next();
  yield `\ufeff${csvLine([...file.header, ...rejectColumns])}`;
  for await (const { number, cells } of rowsOf(bytesOf(ctx, id), { ...file, ...file.settings })) {
    if (next.done) return;
    if (number !== next.value.number) continue;
    const padded = file.header.map((_, at) => cells[at] ?? "");
    yield csvLine([...padded, String(number), ...whyOf(next.value.report)]);
    next = await rejects.next();
  }
}

function whyOf({ problems }: RowReport): string[] {
  const all = (of: (problem: RowReport["problems"][number]) => string) =>
    problems.map(of).join("; ");
  return [
    all(({ code }) => code),
    all(({ column }) => column),
    all(({ message, values }) => sentence(message, values)),
  ];
}

async function* reportsOf(ctx: Ctx, importId: string) {
  for (let after = 0; ; ) {
    const rows = await ctx.db.importRow.findMany({
      select: { number: true, report: true },
      where: { importId, verdict: "reject", number: { gt: after } },
      orderBy: { number: "asc" },
      take: part,
    });
    for (const { number, report } of rows) yield { number, report: asReport(report) };
    if (rows.length < part) return;
    after = rows.at(-1)?.number ?? after;
  }
}
