/** What a file of rejects adds to the columns of the file. */
export const rejectColumns = ["row_number", "error_code", "error_field", "error_message"];

/** RFC 4180. Cells stand as they came: they are handed in again. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(",")}\r\n`;
}
