import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPromise } from "yauzl";
import { ZipFile } from "yazl";
import type { Ctx } from "@/lib/context";
import { importArchive } from "@/lib/exchange/archive/commands";
import { streamArchive } from "@/lib/exchange/archive/queries";
import { archiveTables } from "@/lib/exchange/archive/table/rules";
import { sql } from "@/lib/sql";
import { ctx } from "../../support/exported";
import { is } from "../../support/is";
import { admin, rolledBack } from "../../support/rolled-back";

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kakehashi-archive-"));
  path = join(folder, "catalogue.zip");
  await pipeline(await streamArchive(ctx), createWriteStream(path));
});

afterAll(() => rm(folder, { recursive: true }));

/** The files of a ZIP, by name. */
async function filesOf(zipPath: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  zip.close();
  return files;
}

async function zipOf(files: Iterable<[string, Buffer]>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  const made = join(folder, `${randomUUID()}.zip`);
  await writeFile(made, await buffer(zip.outputStream));
  return made;
}

/** What an archive is to bring back, and what is worked out from it. */
const tables = [
  ...archiveTables.map(({ table, order }) => ({ table, order })),
  { table: "deal_row", order: "id" },
  { table: "deal_warning", order: "deal_id, code, path" },
];

/** The content of every table, as a hash of its rows. */
async function hashes({ db }: Ctx): Promise<Record<string, string>> {
  const hashed = await Promise.all(
    tables.map(async ({ table, order }) => {
      const [row] = await db.$queryRawUnsafe<{ hash: string }[]>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) ORDER BY ${order}), '')) AS hash
          FROM ${table} AS t`,
      );
      return [table, is(row).hash];
    }),
  );
  return Object.fromEntries(hashed);
}

/** The catalogue without anything in it, in this transaction. */
async function empty({ db }: Ctx) {
  for (const { table } of [...archiveTables].reverse()) {
    await db.$executeRawUnsafe(`DELETE FROM ${table}`);
  }
  await db.$executeRaw`DELETE FROM deal_row`;
}

test("an archive brought into an empty catalogue makes an equal one, every row with its history", () =>
  rolledBack(admin, async (ctx) => {
    const before = await hashes(ctx);
    await empty(ctx);
    expect(await hashes(ctx)).not.toEqual(before);
    const { created, same, different } = await importArchive(ctx, path);
    expect({ same, different }).toEqual({ same: 0, different: 0 });
    expect(await hashes(ctx)).toEqual(before);
    const [{ untold } = { untold: -1 }] = await ctx.db.$queryRaw<{ untold: number }[]>`
      SELECT count(*)::int AS untold FROM deal WHERE NOT EXISTS (
        SELECT FROM audit_entry WHERE entity_id = deal.id AND via = 'IMPORT' AND action = 'create'
          AND version = deal.version)`;
    expect(untold).toBe(0);
    expect(created.deals).toBeGreaterThan(100);
  }));

test("brought into the catalogue it came from it changes nothing, and tells nothing", () =>
  rolledBack(admin, async (ctx) => {
    const before = await hashes(ctx);
    const told = await ctx.db.auditEntry.count();
    const { created, same, different } = await importArchive(ctx, path);
    expect(Object.values(created).filter((rows) => rows > 0)).toEqual([]);
    expect(different).toBe(0);
    expect(same).toBeGreaterThan(1000);
    expect(await hashes(ctx)).toEqual(before);
    expect(await ctx.db.auditEntry.count()).toBe(told);
  }));

test("what differs here stays as it is, and is counted", () =>
  rolledBack(admin, async (ctx) => {
    await ctx.db.company.update({ where: { slug: "takeda" }, data: { city: "Elsewhere" } });
    const before = await hashes(ctx);
    expect(await importArchive(ctx, path)).toMatchObject({ different: 1 });
    expect(await hashes(ctx)).toEqual(before);
  }));

test("the receipt counts and hashes every file, and the package describes every column", async () => {
  const files = await filesOf(path);
  const receipt = JSON.parse(is(files.get("receipt.json")).toString());
  const { resources } = JSON.parse(is(files.get("datapackage.json")).toString());
  expect([...files.keys()].sort()).toEqual(
    [...receipt.files.map(({ name }: { name: string }) => name), "receipt.json"].sort(),
  );
  for (const { name, rows, bytes } of receipt.files) {
    const file = is(files.get(name));
    expect(file.length, name).toBe(bytes);
    if (rows === null) continue;
    const [header, ...records]: string[][] = parse(file);
    expect(records.length, name).toBe(rows);
    const described = resources.find(({ path }: { path: string }) => path === name);
    expect(header, name).toEqual(described.schema.fields.map(({ name }: { name: string }) => name));
  }
});

describe("what is no archive is refused, and nothing is written", () => {
  const refused = (file: () => Promise<string>, message: RegExp) =>
    rolledBack(admin, async (ctx) => {
      const before = await hashes(ctx);
      const error = await importArchive(ctx, await file()).catch((error) => error);
      expect(error).toMatchObject({ code: "INVALID" });
      expect(error.message).toMatch(message);
      expect(await hashes(ctx)).toEqual(before);
      expect(await sql`SELECT 1 FROM archive_row LIMIT 1`).toHaveLength(0);
    });
  const changed = async (change: (files: Map<string, Buffer>) => void) => {
    const files = await filesOf(path);
    change(files);
    return zipOf(files);
  };
  const none = /not an archive/;

  test("a picture that says it is one", () =>
    refused(async () => {
      const png = join(folder, "picture.zip");
      await writeFile(png, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
      return png;
    }, none));

  test("half of one", () =>
    refused(async () => {
      const half = join(folder, "half.zip");
      const whole = await readFile(path);
      await writeFile(half, whole.subarray(0, whole.length / 2));
      return half;
    }, none));

  test("one without a receipt", () =>
    refused(() => changed((files) => files.delete("receipt.json")), none));

  test("one with a file that leads elsewhere", () =>
    refused(() => changed((files) => files.set("etc-passwd", Buffer.from("x"))), none));

  test("one in which a row was changed", () =>
    refused(
      () =>
        changed((files) => {
          const deals = is(files.get("deals.csv")).toString();
          files.set("deals.csv", Buffer.from(deals.replace("2023", "2024")));
        }),
      /is not the file of the receipt/,
    ));

  test("one that unpacks to a thousand times its size", () =>
    refused(
      () => changed((files) => files.set("deals.csv", Buffer.alloc(50_000_000, "a"))),
      /unpack to too much/,
    ));
});

test("an analyst brings no archive in", () =>
  rolledBack({ ...admin, role: "ANALYST" }, async (ctx) => {
    await expect(importArchive(ctx, path)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }));

test("a catalogue that has another record at an address of the archive refuses it whole", () =>
  rolledBack(admin, async (ctx) => {
    await empty(ctx);
    const own = { name: "Another Takeda", slug: "takeda", country: "JP", kind: "PHARMA" } as const;
    await ctx.db.company.create({ data: own });
    await expect(importArchive(ctx, path)).rejects.toMatchObject({
      ...{ code: "CONFLICT", values: { name: "companies.csv" } },
    });
  }));
