import { deflateRawSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { AppError, sentence } from "@/lib/errors";
import { listImportRows } from "@/lib/exchange/import/queries";
import { rejectedRows } from "@/lib/exchange/import/reject/queries";
import { uploadFile } from "@/lib/exchange/import/upload/commands";
import { applied, previewed, readAgain } from "../support/imports";
import { encoded } from "../support/legacy-text";
import { operator } from "../support/people";

afterEach(async () => {
  await db.importFile.deleteMany();
});

async function* pieces(...bytes: Uint8Array[]) {
  yield* bytes;
}

const filled = (refusal: unknown) =>
  refusal instanceof AppError ? sentence(refusal.message, refusal.values) : "";

const upload = (...bytes: Uint8Array[]) =>
  uploadFile(operator, { name: "a test" }, pieces(...bytes));

async function namesIn(bytes: Uint8Array) {
  const file = await previewed(operator, bytes, { kind: "companies" });
  expect(file.problem).toBeNull();
  expect(file.tally.reject).toBe(0);
  const rows = await listImportRows(operator, file.id, { verdict: "create" });
  return { names: rows.map(({ report }) => report.label), settings: file.settings };
}

const table = (name: string, comma = ",") =>
  [
    ["name", "country", "kind", "city"],
    [name, "CN", "PHARMA", "Shanghai"],
  ]
    .map((cells) => cells.join(comma))
    .join("\r\n");

const japanese = "株式会社ヤクルト製薬とあいうえお";
const chinese = "上海君实生物医药科技股份有限公司";

describe("a file as Excel writes it is read right", () => {
  test.each([
    ["UTF-8", Buffer.from(table(chinese)), chinese],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${table(chinese)}`), chinese],
    [
      "UTF-16 with a mark and tabs",
      Buffer.from(`\ufeff${table(japanese, "\t")}`, "utf16le"),
      japanese,
    ],
    ["UTF-16 without a mark", Buffer.from(table(japanese, "\t"), "utf16le"), japanese],
    ["UTF-16 BE without a mark", Buffer.from(table(chinese, "\t"), "utf16le").swap16(), chinese],
    ["GB18030", encoded(table(chinese), "gb18030"), chinese],
    ["Shift_JIS", encoded(table(japanese), "shift_jis"), japanese],
    ["CP949", encoded(table("한미약품 주식회사"), "euc-kr"), "한미약품 주식회사"],
    ["semicolons", Buffer.from(table("Zürich, Labs", ";")), "Zürich, Labs"],
  ])("%s", async (_, bytes, name) => {
    expect((await namesIn(bytes)).names).toEqual([name]);
  });

  test("a quoted cell keeps its line breaks, delimiters and quotation marks", async () => {
    const name = 'The ""first"", or\nlast';
    expect((await namesIn(Buffer.from(table(`"${name}"`)))).names[0]).toContain('The "first", or');
  });
});

describe("what is no table is refused at once, and nothing is kept", () => {
  const zip = (unpacked: number, name: string) => {
    const packed = deflateRawSync(Buffer.alloc(1000));
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), packed]);
    end.writeUInt32LE(head.length, 16);
    return Buffer.concat([head, entry, end]);
  };
  const wide = Buffer.from(`${"a,".repeat(600_000)}a\n1\n`);
  test.each([
    ["a picture", [Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1")], /PNG file/],
    ["NUL bytes", [Buffer.from("name,country\nA\0B,JP\n")], /NUL bytes/],
    ["NUL bytes far inside", [Buffer.alloc(2 ** 20, "a,b\n"), Buffer.from("a\0")], /NUL bytes/],
    ["a million columns", [wide], /too long|at most 400 columns/],
    ["a zip bomb", [zip(2 ** 31, "xl/workbook.xml")], /too large/],
    ["an archive of something else", [zip(10, "a.txt")], /no workbook/],
    ["an archive cut off", [Buffer.from("PK\u0003\u0004 and no more")], /cannot be read/],
    ["nothing", [Buffer.alloc(0)], /header and at least one row/],
    ["a header alone", [Buffer.from("name,country\n")], /header and at least one row/],
    ["quotation marks gone wrong", [Buffer.from('name,b\n"a"b,c\n')], /quotation mark/],
  ])("%s", async (_, bytes, message) => {
    const refusal = await upload(...bytes).catch((error: AppError) => error);
    expect(refusal).toMatchObject({ code: "INVALID" });
    expect(filled(refusal)).toMatch(message);
    expect(await db.importFile.count()).toBe(0);
  });
});

test("rejected rows come back as they were with why, and are taken once mended", async () => {
  const text = 'name,country,kind,note\nA,JP,PHARMA,x\nB,Narnia,BIOTECH,"y, z"\nC,,OTHER,\n';
  const file = await previewed(operator, text, { kind: "companies" });
  expect(file.tally).toMatchObject({ create: 1, reject: 2 });
  const lines: string[] = [];
  for await (const line of rejectedRows(operator, file.id)) lines.push(line);
  expect(lines).toEqual([
    "\ufeffname,country,kind,note,row_number,error_code,error_field,error_message\r\n",
    'B,Narnia,BIOTECH,"y, z",3,BAD_VALUE,country,This is not a country code\r\n',
    "C,,OTHER,,4,MISSING,country,Fill this in\r\n",
  ]);
  const mended = lines.join("").replace("Narnia", "JP").replace("C,,", "C,CN,");
  const again = await previewed(operator, mended, { kind: "companies" });
  expect(again.tally).toMatchObject({ create: 2, reject: 0 });
  await applied(operator, again.id);
  expect(await db.company.count({ where: { name: { in: ["B", "C"] } } })).toBe(2);
});

test("dates that can be read both ways ask once", async () => {
  const text =
    "title,type,announced_on\nX,OTHER,3/4/2024\nY,OTHER,25/4/2024\nZ,OTHER,２０２４／４／１\n";
  const file = await previewed(operator, text, { kind: "deals" });
  expect(file.questions.ambiguousDates).toBe(1);
  const read = await readAgain(operator, file.id, { dateOrder: "dmy" });
  expect(read.questions.ambiguousDates).toBe(0);
});

test("a name that the catalogue does not know is made only when told", async () => {
  const text =
    "title,type,announced_on,licensor_names,licensee_names\nX,LICENSE,2024,Brand New One,Brand New Two\n";
  const file = await previewed(operator, text);
  expect(file.tally).toMatchObject({ create: 0, reject: 1 });
  expect(file.questions.companies.map(({ name }) => name)).toEqual([
    "Brand New One",
    "Brand New Two",
  ]);
  const companies = {
    "Brand New One": { create: { country: "CN" } },
    "Brand New Two": { create: { country: "JP" } },
  };
  const told = await readAgain(operator, file.id, { companies });
  expect(told.tally).toMatchObject({ create: 1, reject: 0 });
  await applied(operator, file.id);
  const deal = await db.dealRow.findFirstOrThrow({ where: { title: "X" } });
  expect([deal.givingNames, deal.takingNames]).toEqual([["Brand New One"], ["Brand New Two"]]);
});
