import * as z from "zod";
import type { Query } from "../catalogue/rules";
import { error, once, parseQuery } from "../catalogue/schema";
import { AppError } from "../errors";

export const schemaVersion = "1";

/** The keys that shape the file, beside those that choose its rows. */
const fileKeys = {
  bom: once(z.enum(["0", "1"], { error }).transform((text) => text === "1")),
  delimiter: once(z.enum(["comma", "semicolon", "tab"], { error })),
};
export type FileShape = { bom: boolean; delimiter: "comma" | "semicolon" | "tab" };

/** Keys of the screen that a file has no use for. */
const screenKeys = new Set(["after", "limit", "tab", "columns"]);

type ParsedFilter<F> = { filter: F; problems: { path: string; message: string }[] };

/**
 * Reads an export's address. A key that is unknown or wrong is refused, by its name: a dropped filter must
 * never export more.
 */
export function parseExport<F>(query: Query, parseFilter: (query: Query) => ParsedFilter<F>) {
  const entries = Object.entries(query).filter(([key]) => !screenKeys.has(key));
  const isFileKey = ([key]: [string, unknown]) => Object.hasOwn(fileKeys, key);
  const file = parseQuery(fileKeys, Object.fromEntries(entries.filter(isFileKey)));
  const rows = parseFilter(Object.fromEntries(entries.filter((entry) => !isFileKey(entry))));
  const fields = [...rows.problems, ...file.problems];
  if (fields.length > 0) throw new AppError("INVALID", "Some filters are not valid", { fields });
  const { bom = true, delimiter = "comma" } = file.filter;
  return { filter: rows.filter, shape: { bom, delimiter } satisfies FileShape };
}
