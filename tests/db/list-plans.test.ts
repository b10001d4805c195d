import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../scripts/lib/database.mjs";
import { openTestDatabases } from "../../scripts/lib/test-databases.mjs";
import { is } from "../support/is";

const rows = 100_000;

/** Fills the read model alone. Making its indexes at the end takes a fraction of keeping them row by row. */
async function fill(ownerUrl: string) {
  await withClient(ownerUrl, async (client) => {
    await client.query("SET statement_timeout = 0");
    await client.query("SET maintenance_work_mem = '256MB'");
    await client.query("ALTER TABLE deal_row DISABLE TRIGGER USER");
    const indexes = await client.query(`
      SELECT indexname, indexdef FROM pg_indexes
      WHERE tablename = 'deal_row' AND indexname <> 'deal_row_pkey'`);
    for (const { indexname } of indexes.rows) await client.query(`DROP INDEX ${indexname}`);
    await client.query(readFileSync("tests/support/many-deals.sql", "utf8"), [rows]);
    for (const { indexdef } of indexes.rows) await client.query(indexdef);
    await client.query("VACUUM ANALYZE deal_row");
  });
}

let close = async () => {};

/** One connection, so that what it scans can be told. The rooms read the environment when they are first imported. */
async function rooms() {
  const databases = await openTestDatabases();
  close = databases.stop;
  const { url, ownerUrl } = await databases.fresh("empty");
  await fill(ownerUrl);
  process.env.DATABASE_URL = url;
  process.env.DATABASE_POOL = "1";
  const [{ sql }, { listDeals }, { parseDealFilter, sorts }, { scriptContext }, { db }] =
    await Promise.all([
      import("@/lib/sql"),
      import("@/lib/catalogue/deal/queries"),
      import("@/lib/catalogue/deal/schema"),
      import("@/lib/context"),
      import("@/lib/db"),
    ]);
  close = async () => {
    await sql.end();
    await db.$disconnect();
    await databases.stop();
  };
  return { sql, listDeals, parseDealFilter, sorts, ctx: scriptContext("test") };
}

let room: Awaited<ReturnType<typeof rooms>>;
beforeAll(async () => {
  room = await rooms();
}, 300_000);
afterAll(() => close());

/** How often a table of more than 50,000 rows was read from end to end. */
async function scans(): Promise<number> {
  await room.sql`SELECT pg_stat_force_next_flush()`;
  const [row] = await room.sql<{ scans: number }[]>`
    SELECT sum(seq_scan)::int AS scans FROM pg_stat_user_tables
    JOIN pg_class ON pg_class.oid = relid WHERE reltuples > 50000`;
  return is(row).scans;
}

const filters: Record<string, string | string[]>[] = [
  {},
  { type: "LICENSE", status: "ACTIVE" },
  { type: "ROYALTY_FINANCING" },
  { from: "CN", to: "JP" },
  { to: "IS" },
  { from: ["GB", "DE"], to: "IS", modality: "ADC" },
  { stage: "PHASE_3", modality: ["CELL_THERAPY", "RNA"], announced_from: "2020" },
  { licensor: "synthetic-1" },
  { company: "synthetic-29000" },
  { company: "synthetic-none" },
  { indication: "Indication 399", target: "PD-1" },
  { target: "none" },
  { currency: "JPY", disclosed: "headline" },
  { currency: "CHF" },
  { from: "CN", currency: "JPY" },
  { empty: ["upfront", "paid"], to: "JP" },
  { upfront_min: "399m" },
  { upfront_min: "1m", upfront_max: "1.2m", status: "TERMINATED" },
  { headline_min: "500m", empty: "upfront" },
  { announced_from: "2026-01-01", announced_to: "2026-01-07" },
  { announced_to: "1999" },
  { has_conflict: "true" },
  { empty: ["stage"] },
  { tag: "none" },
  { id: "00000000-0000-7000-8000-000000000001" },
  { batch: "00000000-0000-7000-8000-000000000001" },
  { empty: ["closed_on", "indication"], filled: "paid" },
  { match: "any", to: "IS", company: "synthetic-29000", announced_from: "2026-01" },
  { q: "製薬29000" },
];

function filterOf(query: Record<string, string | string[]>) {
  const { filter, problems } = room.parseDealFilter(query);
  expect(problems).toEqual([]);
  return filter;
}

const sortWords = [
  ...["announced_on", "closed_on", "title", "licensor", "licensee", "type", "status", "stage"],
  ...["corridor", "upfront", "headline", "paid", "updated_at"],
].flatMap((key) => [key, `-${key}`]);

test("every sort of the table is in this test", () => {
  expect(sortWords.filter((word) => !word.startsWith("-"))).toEqual(Object.keys(room.sorts));
});

test.each(sortWords)(
  "no page sorted by %s reads the whole table",
  async (sort) => {
    const { listDeals, ctx } = room;
    const before = await scans();
    for (const filter of filters) {
      const { next } = await listDeals(ctx, filterOf({ ...filter, sort, limit: "50" }));
      if (next) await listDeals(ctx, filterOf({ ...filter, sort, limit: "500", after: next }));
      expect({ filter, scans: await scans() }).toEqual({ filter, scans: before });
    }
  },
  60_000,
);

test("no search reads the whole table, however many deals hold what is typed", async () => {
  const before = await scans();
  for (const typed of [
    "s",
    "製",
    "製薬",
    "synthetic",
    "synthetic 29000",
    "製薬29000",
    "synthetik",
  ]) {
    await room.sql`
      SELECT FROM search_catalogue(${typed}, ARRAY['companies', 'assets', 'deals'], 5)`;
    expect({ typed, scans: await scans() }).toEqual({ typed, scans: before });
  }
});
