import { fromDay, precisions, toDay } from "../../../partial-date";
import { unguardCell } from "../../rules";
import { type CellSettings, currencyOfCell, type Problem } from "../cell/rules";
import type { Cells, Layout } from "../rules";

/** One row read against what stands: the columns that it sets, and what cannot be read or is not taken. */
export type ReadRow = {
  values: Record<string, string | null>;
  ignored: string[];
  problems: Problem[];
};

export type RowSettings = CellSettings & { blank: "keep" | "clear" };

type Read = { layout: Layout; known: ReadonlySet<string>; settings: RowSettings };

/**
 * The cells of a row (by column of ours) that say something else than `stored`. A cell as the export wrote it is
 * never read: what it shows is what stands.
 */
export function readRow(
  cells: ReadonlyMap<string, string>,
  stored: Cells | null,
  { layout, known, settings }: Read,
): ReadRow {
  const row: ReadRow = { values: {}, ignored: [], problems: [] };
  for (const [column, text] of cells) {
    const now = stored?.[column] ?? null;
    if (text === (now ?? "") || unguardCell(text) === now || layout.aside.includes(column))
      continue;
    const read = layout.readers[column];
    if (!read) {
      if (stored && known.has(column) && text.trim() !== "") row.ignored.push(column);
      continue;
    }
    if (text.trim() === "") {
      if (settings.blank === "clear" && now !== null) row.values[column] = null;
      continue;
    }
    const cell = read(text, column, settings);
    if (!("value" in cell)) row.problems.push({ ...cell, column });
    else if (cell.value !== now) row.values[column] = cell.value;
  }
  namedCurrencies(row, cells, stored, layout);
  coarserDates(row, cells, stored, layout);
  return row;
}

/** An amount such as "$1.13bn" says its currency; it may not contradict the row's. */
function namedCurrencies(
  row: ReadRow,
  cells: ReadonlyMap<string, string>,
  stored: Cells | null,
  layout: Layout,
) {
  for (const [amount, column] of Object.entries(layout.currencies ?? {})) {
    if (!(amount in row.values)) continue;
    const named = currencyOfCell(cells.get(amount) ?? "");
    if (named === null) continue;
    const now =
      row.values[column] ?? (cells.get(column)?.trim() || null) ?? stored?.[column] ?? null;
    if (now === null) row.values[column] = named;
    else if (now !== named) {
      const message = "This amount names another currency than the row";
      row.problems.push({ code: "BAD_AMOUNT", column: amount, message });
    }
  }
}

/** "2024-11-01" beside the precision MONTH is the month: spreadsheets make days of months. */
function coarserDates(
  row: ReadRow,
  cells: ReadonlyMap<string, string>,
  stored: Cells | null,
  layout: Layout,
) {
  for (const [column, dated] of Object.entries(layout.precisions ?? {})) {
    const said = cells.get(column)?.trim().toUpperCase();
    const date = row.values[dated] ?? stored?.[dated] ?? null;
    if (!said || date === null) continue;
    const precision = precisions.find((one) => one === said);
    if (!precision) {
      const message = "Write DAY, MONTH, QUARTER, HALF or YEAR";
      row.problems.push({ code: "BAD_DATE", column, message });
      continue;
    }
    const own = toDay(date);
    if (precisions.indexOf(precision) <= precisions.indexOf(own.precision)) continue;
    const coarser = fromDay(own.day, precision);
    if (coarser === (stored?.[dated] ?? null)) delete row.values[dated];
    else row.values[dated] = coarser;
  }
}
