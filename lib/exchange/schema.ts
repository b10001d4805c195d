import * as z from "zod";
import { type Query, valuesOf } from "../catalogue/rules";
import { error, once, type Parsed, parseQuery } from "../catalogue/schema";
import { AppError, type FieldError } from "../errors";
import { type Column, chosenColumns } from "./column/rules";

export const schemaVersion = "1";

export const formats = ["csv", "xlsx", "ndjson"] as const;
export type Format = (typeof formats)[number];

/** The keys that shape the file, beside those that choose its rows. */
const csvKeys = {
  bom: once(z.enum(["0", "1"], { error }).transform((text) => text === "1")),
  delimiter: once(z.enum(["comma", "semicolon", "tab"], { error })),
};
const keysOf = { csv: csvKeys, xlsx: {}, ndjson: {} };

export type FileShape = {
  format: Format;
  bom: boolean;
  delimiter: "comma" | "semicolon" | "tab";
  columns: readonly Column[];
};

/** Keys of the screen that a file has no use for. */
const screenKeys = new Set(["after", "limit", "tab", "columns", "fx", "menus"]);

/** What an address of a file says: its rows, its shape, and the keys that said so. */
export type Asked<F> = { filter: F; shape: FileShape; query: Query };

/**
 * Reads an export's address. A key that is unknown or wrong is refused, by its name: a dropped filter must
 * never export more.
 */
export function parseExport<F>(
  query: Query,
  { parse, columns }: { parse: (query: Query) => Parsed<F>; columns: readonly Column[] },
  format: Format,
  /** Whether a CSV has a byte order mark where the address does not say: Excel needs it, a script does not. */
  marked = true,
): Asked<F> {
  const asked = Object.entries(query).filter(([key]) => !screenKeys.has(key));
  const isFileKey = ([key]: [string, unknown]) => Object.hasOwn(keysOf[format], key);
  const file = parseQuery(csvKeys, Object.fromEntries(asked.filter(isFileKey)));
  const rows = parse(Object.fromEntries(asked.filter((entry) => !isFileKey(entry))));
  const wanted = format === "xlsx" ? valuesOf(query, "columns") : [];
  const chosen = chosenColumns(columns, wanted);
  const strange = chosen.strange.map(
    (): FieldError => ({
      ...{ path: "columns", message: "There is no such column" },
    }),
  );
  const fields = [...rows.problems, ...file.problems, ...strange];
  if (fields.length > 0) throw new AppError("INVALID", "Some filters are not valid", { fields });
  const { bom = marked, delimiter = "comma" } = file.filter;
  const shape = { format, bom, delimiter, columns: chosen.columns };
  const said = wanted.length > 0 ? [...asked, ["columns", wanted]] : asked;
  return { filter: rows.filter, shape, query: Object.fromEntries(said) };
}
