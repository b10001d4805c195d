import * as z from "zod";
import { countryCode } from "../../territory/schema";
import { delimiters, encodings } from "./file/rules";

export const importKinds = ["deals", "companies", "milestones"] as const;
export type ImportKind = (typeof importKinds)[number];
export const importKind = z.enum(importKinds);

const delimiterNames = Object.keys(delimiters) as (keyof typeof delimiters)[];

/** What a name that the file uses stands for: a record, or a company to be made. */
const named = z.union([
  z.strictObject({ id: z.uuid({ error: "This id is not valid" }) }),
  z.strictObject({ create: z.strictObject({ country: countryCode }) }),
]);
export type NameChoice = z.output<typeof named>;

const word = z.string().max(500);

/** How the file is to be read. `columns` has a column of ours, or null, for each of the file's. */
export const importSettings = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiterNames),
  columns: z.array(z.string().max(60).nullable()).max(400),
  dateOrder: z.enum(["dmy", "mdy"]).nullable().default(null),
  /** Whether a blank cell leaves the field as it is, or clears it. */
  blank: z.enum(["keep", "clear"]).default("keep"),
  words: z.record(z.string().max(60), z.record(word, z.string().max(100))).default({}),
  companies: z.record(word, named).default({}),
  assets: z.record(word, z.strictObject({ id: z.uuid() })).default({}),
});
export type ImportSettings = z.output<typeof importSettings>;

export const importRef = z.strictObject({ id: z.uuid({ error: "This id is not valid" }) });
export type ImportRef = z.output<typeof importRef>;

export const resampleInput = z.strictObject({
  ...importRef.shape,
  encoding: importSettings.shape.encoding,
  delimiter: importSettings.shape.delimiter,
});
export type ResampleInput = z.output<typeof resampleInput>;

export const readInput = z.strictObject({
  ...importRef.shape,
  kind: importKind,
  settings: importSettings,
});
export type ReadInput = z.output<typeof readInput>;

/** A file as it is handed in: its name, and what its rows are where the header does not tell. */
export const uploadInput = z.strictObject({
  name: z.string().trim().min(1).max(300).default("pasted"),
  kind: importKind.optional(),
});
export type UploadInput = z.output<typeof uploadInput>;
