import "server-only";
import type { Ctx } from "../../../context";
import type { StoredDoc } from "../../../record/rules";
import { type Written, writeDrafts } from "../apply/commands";
import { companyImporter } from "../company/commands";
import { dealImporter } from "../deal/commands";
import { milestoneImporter } from "../milestone/commands";
import { type Importer, judge, type Reading, type RowCells } from "../row/queries";
import type { Draft, Judged, Layout } from "../rules";
import type { ImportKind } from "../schema";

/** What the jobs ask of a kind of file. */
type Work = {
  layout: Layout;
  columnOf(path: string): string;
  judge(ctx: Ctx, rows: readonly RowCells[], reading: Reading): Promise<Judged[]>;
  write(ctx: Ctx, drafts: readonly Draft[], reading: Reading): Promise<Written>;
};

function workOf<D extends StoredDoc, I>(importer: Importer<D, I>): Work {
  return {
    layout: importer.layout,
    columnOf: importer.columnOf,
    judge: (ctx, rows, reading) => judge(ctx, importer, rows, reading),
    write: (ctx, drafts, reading) => writeDrafts(ctx, importer, drafts, reading),
  };
}

export const works: Record<ImportKind, Work> = {
  companies: workOf(companyImporter),
  deals: workOf(dealImporter),
  milestones: workOf(milestoneImporter),
};
