import * as z from "zod";

/** The pages whose table a person may lay out. */
export const listPage = z.enum(["deals"], { error: "There is no such page" });
export type ListPage = z.output<typeof listPage>;

const column = z.string().regex(/^[a-z_]{1,40}$/, { error: "This value is not valid" });
const columns = z.array(column).max(60);

export const density = z.enum(["compact", "default", "tall"], { error: "This value is not valid" });

/** How a person has laid out a table; columns that the table does not know are passed over when it is drawn. */
export const listLayout = z.strictObject({
  /** Those shown, in their order; null for the usual ones. */
  columns: columns.nullable(),
  pinned: columns.nullable(),
  /** Pixels, of the columns that were given a width. */
  widths: z.record(column, z.int().min(48).max(960)),
  density,
});
export type ListLayout = z.output<typeof listLayout>;

export const listPreferenceInput = z.strictObject({ page: listPage, layout: listLayout });
export type ListPreferenceInput = z.output<typeof listPreferenceInput>;
