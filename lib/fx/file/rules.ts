import { AppError } from "../../errors";
import { currencies } from "../../money/schema";
import { rateDay, rateText } from "../schema";

/** What a rate of the bank's file names as its source. */
export const centralBank = "European Central Bank";

/** One currency's rates for one euro, by day. */
export type Series = { quote: string; days: { on: string; rate: string }[] };

/** The file's rates, and the currencies that are in it and no longer in use. */
export type BankFile = { series: Series[]; leftOut: string[] };

/**
 * The European Central Bank's history of reference rates (eurofxref-hist.csv): Date, then a column a currency, units
 * for one euro, "N/A" for none, a comma at the end of each line. Currencies that are no longer in use are left out.
 * @throws AppError INVALID with the line and the column of the first thing that is not so
 */
export function readBankFile(text: string): BankFile {
  const [head = "", ...lines] = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const [date, ...columns] = cellsOf(head);
  if (date !== "Date" || columns.length === 0) {
    throw wrong("1", "The first line must be Date and then a currency a column");
  }
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw wrong(`1.${twice}`, "This currency has two columns");
  const series = columns.map((quote): Series => ({ quote, days: [] }));
  const seen = new Set<string>();
  lines.forEach((line, at) => {
    if (line.trim()) readLine(line, at + 2, series, seen);
  });
  const inUse = series.filter(({ quote }) => currencies.has(quote));
  return {
    series: inUse.filter(({ days }) => days.length > 0),
    leftOut: columns.filter((quote) => !currencies.has(quote)),
  };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/,\s*$/, "")
    .split(",")
    .map((cell) => cell.trim());
}

function readLine(line: string, number: number, series: readonly Series[], seen: Set<string>) {
  const [on = "", ...cells] = cellsOf(line);
  const day = rateDay.safeParse(on);
  if (!day.success) throw wrong(`${number}.Date`, day.error.issues[0]?.message ?? "");
  if (seen.has(on)) throw wrong(`${number}.Date`, "This day is in the file twice");
  seen.add(on);
  if (cells.length !== series.length) {
    throw wrong(`${number}`, "This line has another number of columns");
  }
  series.forEach(({ quote, days }, at) => {
    const cell = cells[at] ?? "";
    if (cell === "N/A" || cell === "") return;
    const rate = rateText.safeParse(cell);
    if (!rate.success) throw wrong(`${number}.${quote}`, rate.error.issues[0]?.message ?? "");
    days.push({ on, rate: rate.data });
  });
}

function wrong(path: string, message: string): AppError {
  return new AppError("INVALID", "This is not a file of rates of the European Central Bank", {
    fields: [{ path, message }],
  });
}
