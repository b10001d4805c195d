// A spreadsheet takes a cell that starts so for a formula, also behind blanks or marks that nobody sees. Quotes may
// come first: a cell that already looks guarded gets one more, or the import would take away what was its own.
const formulaStart =
  /^'*[ \u00A0\u3000\u200B-\u200D\u2060\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The text of a cell → as exported: one leading quote where it could be read as a formula. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** A cell as exported → the text: takes away exactly the quote that `guardCell` put. */
export function unguardCell(text: string): string {
  return isGuarded(text) ? text.slice(1) : text;
}

export function isGuarded(text: string): boolean {
  return text.startsWith("'") && formulaStart.test(text.slice(1));
}

/** `deals_20261124T0632Z.csv` */
export function fileName(noun: string, format: string, at: Date): string {
  const stamp = at.toISOString().replace(/[-:]/g, "").slice(0, 13);
  return `${noun}_${stamp}Z.${format}`;
}
