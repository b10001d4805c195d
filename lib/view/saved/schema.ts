import * as z from "zod";
import { parseAssetFilter } from "../../catalogue/asset/schema";
import { parseCompanyFilter } from "../../catalogue/company/schema";
import { parseDealFilter } from "../../catalogue/deal/schema";
import { parseMilestoneFilter } from "../../catalogue/milestone/schema";
import type { Query } from "../../catalogue/rules";
import { queryOf } from "../../catalogue/schema";
import { AppError, type FieldError, invalidField } from "../../errors";
import { line } from "../../text";
import { accesses, queryLimit, type ViewPage, viewLimit, viewPages, viewText } from "./rules";

export const viewPage = z.enum(viewPages, { error: "There is no such list" });
const access = z.enum(accesses, { error: "Choose who sees this view" });
const query = z.string({ error: "This must be text" });
const version = z.int().positive();

export const newView = z.strictObject({ page: viewPage, name: line(80), query, access });
export type NewView = z.output<typeof newView>;

export const viewChange = z.strictObject({
  id: z.uuid(),
  /** The version that is changed: an older one is a conflict. */
  version,
  name: line(80).optional(),
  query: query.optional(),
  access: access.optional(),
});
export type ViewChange = z.output<typeof viewChange>;

export const viewRef = z.strictObject({ id: z.uuid(), version });
export type ViewRef = z.output<typeof viewRef>;

/** Ids of views from the left; those not named come last. */
export const tabOrder = z.strictObject({
  page: viewPage,
  order: z.array(z.uuid()).max(2 * viewLimit),
});
export type TabOrder = z.output<typeof tabOrder>;

export const defaultView = z.strictObject({ page: viewPage, id: z.uuid().nullable() });
export type DefaultView = z.output<typeof defaultView>;

const parsers: Record<ViewPage, (query: Query) => { problems: FieldError[] }> = {
  deals: parseDealFilter,
  companies: parseCompanyFilter,
  assets: parseAssetFilter,
  milestones: parseMilestoneFilter,
};

/**
 * A query string as a view of the page keeps it.
 * @throws AppError INVALID that names each key the page does not know or can't read, as `query.<key>`
 */
export function viewQuery(page: ViewPage, typed: string): string {
  const text = viewText(new URLSearchParams(typed));
  if (text.length > queryLimit) {
    throw invalidField("query", "This filter is too long to keep as a view");
  }
  const { problems } = parsers[page](queryOf(new URLSearchParams(text)));
  if (problems.length === 0) return text;
  throw new AppError("INVALID", "Some filters are not valid", {
    fields: problems.map((problem) => ({ ...problem, path: `query.${problem.path}` })),
  });
}
