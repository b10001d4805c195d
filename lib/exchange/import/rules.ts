import type { FieldError } from "../../errors";
import type { Problem, Reader } from "./cell/rules";

/** Canonical text by column, as the export writes it; null for blank. */
export type Cells = Readonly<Record<string, string | null>>;

/** What a row would do: the columns that it sets, the record it is about as that stands now. */
export type Draft = {
  number: number;
  /** The record's address: of the one that stands, or wanted for a new one. */
  slug: string | null;
  recordId: string | null;
  /** The version that was seen. */
  version: number | null;
  values: Cells;
  /** The row as an export of today has it; null for a new one. */
  stored: Cells | null;
};

export type CellChange = { column: string; before: string | null; after: string | null };

/** What a person is shown of a row. */
export type RowReport = {
  label: string;
  slug: string | null;
  changes: CellChange[];
  /** Columns that differ from what the catalogue works out, and were left. */
  ignored: string[];
  problems: Problem[];
};

export const verdicts = ["create", "change", "same", "reject"] as const;
export type Verdict = (typeof verdicts)[number];

export type Judged = {
  number: number;
  verdict: Verdict;
  recordId: string | null;
  draft: Draft | null;
  report: RowReport | null;
};

export type Tally = Record<Verdict, number> & {
  /** Rows with columns that were left as the catalogue works them out. */
  ignored: number;
  /** Rows written, and those that could not be. */
  applied: number;
  failed: number;
  /** Records taken back, and those left since somebody changed them. */
  undone: number;
  left: number;
};

export const emptyTally: Tally = {
  ...{ create: 0, change: 0, same: 0, reject: 0, ignored: 0 },
  ...{ applied: 0, failed: 0, undone: 0, left: 0 },
};

/** A name of the file that leads to no record, how often it stands there, and what may be meant. */
export type OpenName = {
  name: string;
  count: number;
  candidates: { id: string; name: string; mark: string }[];
};

/** What only the person can say: rows wait for it among the rejected. */
export type Questions = {
  words: Record<string, Record<string, number>>;
  companies: OpenName[];
  assets: OpenName[];
  ambiguousDates: number;
};

export const noQuestions: Questions = { words: {}, companies: [], assets: [], ambiguousDates: 0 };

export type RecordRefs = ReadonlyMap<string, { id: string; slug: string }>;

/** What the addresses of some rows lead to. */
export type Refs = Readonly<Record<"companies" | "assets" | "deals", RecordRefs>>;

export type Built<Input> = { input: Input } | { problems: (Problem & { number?: number })[] };

/** How the columns of a kind of file are read, and what records they make. */
export type Layout = {
  /** The column with the record's address. */
  idColumn: string;
  /** The column shown for a row. */
  labelColumn: string;
  /** The columns that may be set. */
  readers: Readonly<Record<string, Reader>>;
  /** Of a new record. */
  required: readonly string[];
  /** Columns with names, the column with the addresses that they lead to, and whose they are. */
  names: readonly { names: string; ids: string; noun: "companies" | "assets" }[];
  /** Columns with addresses of other records. */
  ids: Readonly<Record<string, "companies" | "assets" | "deals">>;
  /** Columns that are looked at for themselves, never compared. */
  aside: readonly string[];
  /** The columns that tell two rows without an id apart. */
  sameIf?: readonly string[];
  /** Rows are parts of a record: several may be of one. */
  partOf?: "deals";
  /** By amount column, the column of its currency. */
  currencies?: Readonly<Record<string, string>>;
  /** By column of a precision, the column of its date. */
  precisions?: Readonly<Record<string, string>>;
};

/** The column in which a person finds what a rule found wrong with a field. */
export function asProblem(
  { path, message, values }: FieldError,
  columnOf: (path: string) => string,
): Problem {
  return { code: "REFUSED", column: columnOf(path), message, ...(values && { values }) };
}

export function splitList(text: string | null | undefined): string[] {
  return text ? text.split("|").filter(Boolean) : [];
}

const kindsByColumn: [RegExp, "milestones" | "deals" | "companies"][] = [
  [/^(term_id|payer_id|payee_id|trigger|amount_max)$/, "milestones"],
  [/^(deal_id|licensor_ids|licensor_names|licensee_names|announced_on|upfront_max)$/, "deals"],
  [/^(company_id|native_name|aliases|founded_year|country)$/, "companies"],
];

/** What the rows of a file are, by its header. */
export function guessKind(header: readonly string[]) {
  const names = header.map(columnName);
  return kindsByColumn.find(([sign]) => names.some((name) => sign.test(name)))?.[1] ?? "deals";
}

/** A header's cell as a column of ours would be called. */
export function columnName(cell: string): string {
  return cell
    .normalize("NFKC")
    .replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

/** A column of ours for each of the file's that bears its name; each once. */
export function mapColumns(header: readonly string[], known: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return header.map((cell) => {
    const name = columnName(cell);
    if (!known.includes(name) || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}

/** Names a header, for how it was mapped to be remembered. */
export function headerKey(header: readonly string[]): string {
  return JSON.stringify(header);
}
