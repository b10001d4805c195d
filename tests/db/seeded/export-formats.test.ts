import readSheets from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { Query } from "@/lib/catalogue/rules";
import { companies } from "@/lib/exchange/company/queries";
import { deals } from "@/lib/exchange/deal/queries";
import { milestones } from "@/lib/exchange/milestone/queries";
import type { Exported } from "@/lib/exchange/queries";
import { guardCell } from "@/lib/exchange/rules";
import { parseExport } from "@/lib/exchange/schema";
import { sql } from "@/lib/sql";
import { bytesOf, rowsOf } from "../../support/exported";
import { is } from "../../support/is";

type Files = {
  csv: (query: Query) => Promise<Record<string, string>[]>;
  bytes: (format: "xlsx" | "ndjson", query: Query) => Promise<Buffer>;
};

const filesOf = <F>(noun: Exported<F>): Files => ({
  csv: (query) => rowsOf(noun, query),
  bytes: (format, query) => bytesOf(noun, format, query),
});

const nouns = {
  ...{ deals: filesOf(deals), companies: filesOf(companies), milestones: filesOf(milestones) },
};
type Noun = keyof typeof nouns;
const every: Noun[] = ["deals", "companies", "milestones"];

/** What CSV says of a value that has a type. */
function asCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return guardCell(value.join("|"));
  return typeof value === "string" ? guardCell(value) : String(value);
}

async function sheetOf(noun: Noun, query: Query) {
  const read = { parseNumber: (text: string) => Number(text), trim: false };
  const [sheet] = await readSheets(await nouns[noun].bytes("xlsx", query), read);
  const [head = [], ...rows] = is(sheet).data;
  expect(is(sheet).sheet).toBe(noun);
  return { head: head.map(String), rows };
}

/** Something of everything that could go wrong in a cell. */
const awkward = [
  '=HYPERLINK("http://evil.example")',
  "a\tb\\N\\t\r\n<b>&amp;</b> \"c\" 'd'",
  " _x0041_ 武田薬品工業・和黄医药・한미약품 𠮷 ",
  "\u0001\u001b\u007f",
].join("\n");

async function withAwkward(run: () => Promise<void>) {
  const [deal] = await sql<{ id: string; summary: string | null; asset_names: string[] }[]>`
    SELECT id, summary, asset_names FROM deal_row ORDER BY id LIMIT 1`;
  const { id, summary, asset_names } = is(deal);
  const write = (text: string | null, names: string[]) =>
    sql`UPDATE deal_row SET summary = ${text}, asset_names = ${names} WHERE id = ${id}`;
  await write(awkward, ["+1", "b"]);
  try {
    await run();
  } finally {
    await write(summary, asset_names);
  }
}

describe.each(every)("%s", (noun) => {
  test("hold as NDJSON what they hold as CSV, with types", () =>
    withAwkward(async () => {
      const lines = String(await nouns[noun].bytes("ndjson", {})).split("\n");
      expect(lines.pop()).toBe("");
      const rows: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
      const cells = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asCell(value)])),
      );
      expect(cells).toEqual(await nouns[noun].csv({}));
    }));

  test("hold as XLSX what they hold as CSV, with types", () =>
    withAwkward(async () => {
      const { head, rows } = await sheetOf(noun, {});
      const cells = rows.map((row) =>
        Object.fromEntries(head.map((name, n) => [name, asCell(row[n])])),
      );
      expect(cells).toEqual(await nouns[noun].csv({}));
    }));
});

describe("a sheet", () => {
  test("has numbers, days and truths for cells, and a month for text", async () => {
    const { head, rows } = await sheetOf("deals", {});
    const cell = (id: string, name: string) =>
      is(rows.find((row) => row[head.indexOf("deal_id")] === id))[head.indexOf(name)];
    const golden = "takeda-hutchmed-fruquintinib-2023";
    expect(cell(golden, "upfront_min")).toBe(400_000_000);
    expect(cell(golden, "has_conflict")).toBe(true);
    const days = rows.map((row) => row[head.indexOf("announced_on")]);
    expect(days.some((day) => day instanceof Date)).toBe(true);
    for (const [n, row] of rows.entries()) {
      const whole = row[head.indexOf("announced_precision")] === "DAY";
      expect(typeof days[n]).toBe(whole ? "object" : "string");
    }
  });

  test("shows the columns of the screen, whose row it is, and the currency of amounts", async () => {
    const { head } = await sheetOf("deals", { columns: ["title", "licensor", "upfront"] });
    expect(head).toEqual([
      ...["deal_id", "title", "licensor_ids", "licensor_names", "licensor_countries", "currency"],
      ...["upfront_min", "upfront_max", "upfront_disclosure", "upfront_share_pct", "upfront_usd"],
    ]);
    expect(() => parseExport({ columns: ["title", "typo"] }, deals, "xlsx")).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path: "columns" })] }),
    );
    expect(parseExport({ columns: "typo" }, deals, "csv").shape.columns).toBe(deals.columns);
  });
});
