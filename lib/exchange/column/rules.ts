/**
 * What a column holds. `word`: a code, a slug or an identifier, which can't start a formula. `text`: what people
 * wrote. `words` and `texts`: lists of these. `address`: a path on this site.
 */
export type Kind =
  | "word"
  | "text"
  | "words"
  | "texts"
  | "address"
  | "amount"
  | "count"
  | "flag"
  | "date"
  | "instant"
  | "nothing";

/** Its name in the file, its kind, and how it is read: SQL of the program. */
export type Column = readonly [name: string, kind: Kind, read: string];

type Reading = Record<Kind, (read: string) => string>;

const same = (read: string) => read;
const joined = (read: string) => `nullif(array_to_string(${read}, '|'), '')`;
const unlessEmpty = (read: string) => `nullif(${read}, '{}')`;

/** Text for a cell that knows no types: what could be a formula is guarded. */
const guarded: Reading = {
  word: same,
  text: (read) => `csv_guard(${read})`,
  words: joined,
  texts: (read) => `csv_list(${read})`,
  address: same,
  amount: (read) => `trim_scale(${read})`,
  count: same,
  flag: (read) => `csv_flag(${read})`,
  date: (read) => `csv_date(${read})`,
  instant: (read) => `csv_instant(${read})`,
  nothing: () => "NULL",
};

/** The same text as it is, for cells that have a type of their own. */
const plain: Reading = { ...guarded, text: same, texts: joined };

/** For JSON: lists are lists, truth values are themselves; an amount stays decimal text, exact at any size. */
const json: Reading = {
  ...plain,
  words: unlessEmpty,
  texts: unlessEmpty,
  amount: (read) => `trim_scale(${read})::text`,
  flag: same,
};

export const readings = { guarded, plain, json };
export type ReadingName = keyof typeof readings;

/**
 * The columns of a file that shows what a table shows: each that bears a chosen name or begins with it
 * (`upfront` is upfront_min, upfront_max and so on), the first, which says whose row it is, and the currency
 * where there are amounts. Names that no column bears are `strange`; without a name, all columns.
 */
export function chosenColumns(columns: readonly Column[], names: readonly string[]) {
  const bears = ([name]: Column, chosen: string) =>
    name === chosen || name.startsWith(`${chosen}_`);
  const strange = names.filter((chosen) => !columns.some((column) => bears(column, chosen)));
  if (names.length === 0) return { columns, strange };
  const named = new Set(columns.filter((column) => names.some((one) => bears(column, one))));
  const money = [...named].some(([, kind]) => kind === "amount");
  const idColumn = columns.find(([name]) => name.endsWith("_id"));
  const shown = columns.filter(
    (column) => named.has(column) || column === idColumn || (money && column[0] === "currency"),
  );
  return { columns: shown, strange };
}
