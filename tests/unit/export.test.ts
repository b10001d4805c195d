import fc from "fast-check";
import { expect, test } from "vitest";
import { rowCounter } from "@/components/export/row-counter";
import type { Column } from "@/lib/exchange/column/rules";
import { fileName } from "@/lib/exchange/rules";
import { letters, sheetXml } from "@/lib/exchange/xlsx/rules";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test("rows are counted whatever is in their cells, and wherever the transfer is cut", () => {
  const cell = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", "武") });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 8 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const csv = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
      const bytes = new TextEncoder().encode(`${csv}\r\n`);
      const counter = rowCounter("csv");
      for (let at = 0; at < bytes.length; at += size) counter.add(bytes.subarray(at, at + size));
      expect(counter.rows()).toBe(rows.length);
    }),
  );
});

test("columns of a sheet are lettered as Excel does", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual([
    ...["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"],
  ]);
});

const columns: Column[] = [
  ["name", "text", "name"],
  ["amount", "amount", "amount"],
  ["day", "date", "day, precision"],
];
const { row } = sheetXml(columns);

test("a cell of a sheet is never a formula, and holds what XML can't", () => {
  expect(row("=1+1\\t<b>\t\\N\t\\N", 2)).toBe(
    '<row r="2"><c r="A2" t="inlineStr"><is><t>=1+1\t&lt;b&gt;</t></is></c></row>',
  );
  expect(row("a\u0001_x0041_\t\\N\t\\N", 2)).toContain("<t>a_x0001__x005F_x0041_</t>");
});

test("a number that Excel would round, and a day that it counts wrongly, are text", () => {
  expect(row("\\N\t123456789012345\t2024-11-24", 2)).toBe(
    '<row r="2"><c r="B2"><v>123456789012345</v></c><c r="C2" s="1"><v>45620</v></c></row>',
  );
  const odd = row("\\N\t1234567890123456.5\t1900-02-28", 2);
  expect(odd).toContain("<t>1234567890123456.5</t>");
  expect(odd).toContain("<t>1900-02-28</t>");
  expect(row("\\N\t\\N\t2024-Q3", 2)).toContain("<t>2024-Q3</t>");
});

test("a text beyond what a cell holds ends in an ellipsis, no character halved", () => {
  const cell = row(`${"a".repeat(32_765)}${"𠮷".repeat(3)}\t\\N\t\\N`, 2);
  expect(cell).toContain("aaa…</t>");
  expect(cell.length).toBeLessThan(32_900);
});

test("a file is named by its noun and the minute", () => {
  const at = new Date("2026-11-24T06:32:59Z");
  expect(fileName("deals", "csv", at)).toBe("deals_20261124T0632Z.csv");
});
