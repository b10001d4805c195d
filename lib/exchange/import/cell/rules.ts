import type * as z from "zod";
import { readDecimal } from "../../../decimal";
import type { Values } from "../../../errors";
import { typedAmount } from "../../../money/rules";
import { currencyCode } from "../../../money/schema";
import { partialDate } from "../../../partial-date";
import { webAddress } from "../../../text";
import { unguardCell } from "../../rules";

/** Why a row or a cell cannot be taken. `code` is stable, for the file of rejects. */
export type Problem = {
  code: ProblemCode;
  column: string;
  message: string;
  values?: Values;
};

export const problemCodes = [
  "BAD_VALUE",
  "BAD_DATE",
  "AMBIGUOUS_DATE",
  "BAD_AMOUNT",
  "UNKNOWN_WORD",
  "MISSING",
  "UNKNOWN_RECORD",
  "UNKNOWN_COMPANY",
  "UNKNOWN_ASSET",
  "STALE_VERSION",
  "WITHDRAWN",
  "REPEATED_ROW",
  "NOT_IN_THIS_FILE",
  "REFUSED",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The order of day and month in "3/4/2024", once somebody has said it. */
export type DateOrder = "dmy" | "mdy";

/** What the person decided about the cells of this file. */
export type CellSettings = {
  dateOrder: DateOrder | null;
  /** By column: the file's own words and what they mean here. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** A cell as the export writes it: null for blank. */
export type Cell = { value: string | null } | Omit<Problem, "column">;

export type Reader = (text: string, column: string, settings: CellSettings) => Cell;

const bad = (message: string, values?: Values): Cell => ({ code: "BAD_VALUE", message, values });

function bySchema(schema: z.ZodType<string, string>, code: ProblemCode = "BAD_VALUE") {
  return (text: string): Cell => {
    const read = schema.safeParse(text);
    if (read.success) return { value: read.data };
    const [issue] = read.error.issues;
    const values = issue?.code === "too_big" ? { maximum: Number(issue.maximum) } : undefined;
    return { code, message: issue?.message ?? "This value is not valid", values };
  };
}

/** A line or a paragraph of people's own words, its formula guard taken off. */
export function textCell(schema: z.ZodType<string, string>): Reader {
  const read = bySchema(schema);
  return (text) => read(unguardCell(text));
}

/** Several texts joined by "|". */
export function textsCell(schema: z.ZodType<string, string>, sorted = false): Reader {
  const read = bySchema(schema);
  return (text) => joined(unguardCell(text), read, sorted);
}

function joined(text: string, read: (item: string) => Cell, sorted: boolean): Cell {
  const values: string[] = [];
  for (const item of text.split("|")) {
    if (item.trim() === "") continue;
    const cell = read(item);
    if (!("value" in cell)) return cell;
    if (cell.value !== null && !values.includes(cell.value)) values.push(cell.value);
  }
  if (sorted) values.sort();
  return { value: values.length > 0 ? values.join("|") : null };
}

const plainWord = (text: string) =>
  text
    .normalize("NFKC")
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");

function wordOf(words: ReadonlySet<string>, text: string, column: string, settings: CellSettings) {
  const typed = text.trim();
  const chosen = settings.words[column]?.[typed] ?? plainWord(typed);
  return words.has(chosen) ? chosen : null;
}

/** One of the catalogue's own words; others are mapped once for the file. */
export function wordCell(allowed: Iterable<string>): Reader {
  const words = new Set(allowed);
  return (text, column, settings) => {
    const value = wordOf(words, text, column, settings);
    if (value !== null) return { value };
    return {
      code: "UNKNOWN_WORD",
      message: "“{word}” is no word of this column",
      values: { word: text.trim().slice(0, 100) },
    };
  };
}

export function wordsCell(allowed: Iterable<string>, sorted = false): Reader {
  const words = new Set(allowed);
  return (text, column, settings) =>
    joined(
      text,
      (item) => {
        const value = wordOf(words, item, column, settings);
        if (value !== null) return { value };
        return {
          code: "UNKNOWN_WORD",
          message: "“{word}” is no word of this column",
          values: { word: item.trim().slice(0, 100) },
        };
      },
      sorted,
    );
}

/** Codes checked by a schema of their own, such as territories. */
export function codesCell(schema: z.ZodType<string, string>, sorted = false): Reader {
  const read = bySchema(schema);
  return (text) => joined(text, read, sorted);
}

export function codeCell(schema: z.ZodType<string, string>): Reader {
  return bySchema(schema);
}

/** An amount as people write it; a currency it names is for `currencyOfCell`. */
export const amountCell: Reader = (text) => {
  const { amount, problem } = typedAmount(text);
  if (problem) return { code: "BAD_AMOUNT", message: problem };
  return { value: amount };
};

/** The currency that an amount's cell names, if it does. */
export function currencyOfCell(text: string): string | null {
  return typedAmount(text).currency;
}

/** Per cent, with or without its sign. */
export const percentCell: Reader = (text) => {
  const read = readDecimal(text.normalize("NFKC").replace(/%\s*$/, ""));
  return "amount" in read ? { value: read.amount } : { code: "BAD_AMOUNT", message: read.problem };
};

const truths: Record<string, string> = {
  ...{ true: "true", yes: "true", y: "true", "1": "true", はい: "true", 是: "true" },
  ...{ false: "false", no: "false", n: "false", "0": "false", いいえ: "false", 否: "false" },
};

export const flagCell: Reader = (text) => {
  const value = truths[text.normalize("NFKC").trim().toLowerCase()];
  return value ? { value } : bad("Write true or false");
};

export const yearCell: Reader = (text) => {
  const typed = text.normalize("NFKC").trim();
  return /^\d{4}$/.test(typed) ? { value: typed } : bad("Give the year in four digits");
};

const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

/** A date as people write it. "3/4/2024" needs the file's order of day and month; "25/4/2024" says it itself. */
export const dateCell: Reader = (text, _, { dateOrder }) => {
  const typed = text.normalize("NFKC").trim();
  const iso = /^(\d{4}-\d{2}-\d{2})T00:00/.exec(typed)?.[1] ?? typed;
  const parts = slashed.exec(iso);
  if (!parts) return bySchema(partialDate, "BAD_DATE")(iso);
  const [first = 0, last = 0] = [Number(parts[1]), Number(parts[3])];
  const order = first > 12 ? "dmy" : last > 12 ? "mdy" : first === last ? "dmy" : dateOrder;
  if (order === null) {
    return { code: "AMBIGUOUS_DATE", message: "Day and month could be either way round" };
  }
  const [day, month] = order === "dmy" ? [first, last] : [last, first];
  return bySchema(partialDate, "BAD_DATE")(`${parts[4]}-${month}-${day}`);
};

export const currencyCell: Reader = bySchema(currencyCode);
export const addressCell: Reader = textCell(webAddress);

/** Slugs or names: what they lead to is looked up for many rows at once. */
export const namesCell: Reader = (text) =>
  joined(unguardCell(text), (item) => ({ value: item.normalize("NFC").trim() }), false);
