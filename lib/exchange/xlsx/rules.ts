import type { Column, Kind } from "../column/rules";

/** Rows that a sheet of Excel holds below its head. */
export const sheetRows = 1_048_575;

/** Characters that a cell of Excel holds. */
const cellLength = 32_767;

/** 0 → A, 26 → AA. */
export function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

// What XML can't hold is written as _x0000_; the underscore of what already looks so, likewise.
const strange = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const coded = (char: string) =>
  `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

function escapeXml(text: string): string {
  const known = text.replace(/[&<>]/g, (char) => entities[char] ?? char);
  return known.replace(strange, coded);
}

/** A longer text is cut where Excel would call the file broken, and ends in an ellipsis. */
function fitting(text: string): string {
  if (text.length <= cellLength) return text;
  return `${text.slice(0, cellLength - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A text cell: typed, so that no start of it makes a formula. */
function textCell(at: string, text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${at}" t="inlineStr"><is><t${space}>${escapeXml(fitting(text))}</t></is></c>`;
}

/** A number where Excel keeps every digit, 15 of them; else the text. */
function numberCell(at: string, text: string): string {
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length <= 15 ? `<c r="${at}"><v>${text}</v></c>` : textCell(at, text);
}

const dayMs = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);
/** Before it Excel counts a day that never was. */
const firstTrue = "1900-03-01";

/** A day as Excel counts them; a month, a quarter or a year is text, for it is no day. */
function dateCell(at: string, text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < firstTrue) return textCell(at, text);
  return `<c r="${at}" s="1"><v>${(Date.parse(text) - dayZero) / dayMs}</v></c>`;
}

const flagCell = (at: string, text: string) =>
  `<c r="${at}" t="b"><v>${text === "true" ? 1 : 0}</v></c>`;

const cellOf: Partial<Record<Kind, (at: string, text: string) => string>> = {
  ...{ amount: numberCell, count: numberCell, date: dateCell, flag: flagCell },
};

const escapes: Record<string, string> = {
  ...{ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
};

/** COPY's text format, the cell of one column → its text. */
const uncopied = (cell: string) =>
  cell.includes("\\") ? cell.replace(/\\(.)/g, (_, char: string) => escapes[char] ?? char) : cell;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

const widths: Partial<Record<Kind, number>> = { text: 36, texts: 28, address: 36, amount: 15 };

/** A sheet's XML: what stands before the rows, a row from a line of COPY's text format, and the end. */
export function sheetXml(columns: readonly Column[]) {
  const cells = columns.map(([, kind], n) => ({
    letter: letters(n),
    write: cellOf[kind] ?? textCell,
  }));
  const cols = columns.map(
    ([, kind], n) =>
      `<col min="${n + 1}" max="${n + 1}" width="${widths[kind] ?? 14}" customWidth="1"/>`,
  );
  const names = columns.map(
    ([name], n) => `<c r="${letters(n)}1" s="2" t="inlineStr"><is><t>${name}</t></is></c>`,
  );
  return {
    head: `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData><row r="1">${names.join("")}</row>`,
    row(line: string, place: number): string {
      let xml = `<row r="${place}">`;
      line.split("\t").forEach((copied, n) => {
        const cell = cells[n];
        if (cell && copied !== "\\N" && copied !== "") {
          xml += cell.write(`${cell.letter}${place}`, uncopied(copied));
        }
      });
      return `${xml}</row>`;
    },
    tail: "</sheetData></worksheet>",
  };
}

const overrides = [
  ["/xl/workbook.xml", "sheet.main"],
  ["/xl/worksheets/sheet1.xml", "worksheet"],
  ["/xl/styles.xml", "styles"],
] as const;

/** The parts of a workbook beside its sheet, by their names in the package. */
export function workbookParts(sheetName: string): Record<string, string> {
  const types = overrides.map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packaged}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packaged}/relationships">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  };
}
