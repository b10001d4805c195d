import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listCompanies } from "@/lib/catalogue/company/queries";
import { listDeals } from "@/lib/catalogue/deal/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { listMilestones } from "@/lib/catalogue/milestone/queries";
import type { Query } from "@/lib/catalogue/rules";
import { companies } from "@/lib/exchange/company/queries";
import { deals } from "@/lib/exchange/deal/queries";
import { milestones } from "@/lib/exchange/milestone/queries";
import { receiptOf } from "@/lib/exchange/queries";
import { guardCell } from "@/lib/exchange/rules";
import { parseExport } from "@/lib/exchange/schema";
import { sql } from "@/lib/sql";
import { bytesOf, ctx, rowsOf } from "../../support/exported";
import { is } from "../../support/is";

async function listed(query: Query) {
  const { filter, problems } = parseDealFilter({ ...query, limit: "500" });
  expect(problems).toEqual([]);
  return (await listDeals(ctx, filter)).items.map(({ slug }) => slug);
}

const exported = async (query: Query) => (await rowsOf(deals, query)).map((row) => row.deal_id);

/** One value at least of each key, of each type that a key has. */
const filters: Query[] = [
  { q: "takeda fruquintinib" },
  { q: "武田" },
  { type: ["LICENSE", "OPTION"], status: "ACTIVE", stage: ["PHASE_1", "PHASE_3"] },
  { modality: "SMALL_MOLECULE", indication: "cancer" },
  { company: ["hutchmed", "takeda"], licensor: "hutchmed", licensee: "takeda" },
  { country: "JP", from: "CN", to: ["JP", "US"] },
  { announced_from: "2020", announced_to: "2023-06", sort: "title" },
  { announced_from: "-5y", announced_to: "today" },
  { currency: ["USD", "MIXED"], disclosed: ["upfront", "headline"], sort: "-upfront" },
  { upfront_min: "10m", upfront_max: "1bn", headline_min: "1m", headline_max: "9bn" },
  { has_conflict: "true" },
  { has_conflict: "false", empty: "stage", filled: ["licensor", "upfront"] },
  { warning: ["figureWithoutSource", "oneCountry"] },
  { match: "any", from: "KR", has_conflict: "true", target: "VEGFR1", sort: "licensor" },
];

describe("deals.csv", () => {
  test.each(filters)("holds what the list of %j holds, in its order", async (query) => {
    expect(await exported(query)).toEqual(await listed(query));
  });

  test("holds every deal under the exact header, whatever the page of the screen", async () => {
    const csv = String(await bytesOf(deals, "csv", { sort: "title", limit: "5", after: "x" }));
    const [head = ""] = csv.split("\r\n");
    expect(head.startsWith("\ufeffschema_version,deal_id,deal_url,title,type,")).toBe(true);
    expect(head.endsWith(",has_conflict,summary,created_at,updated_at,version")).toBe(true);
    expect(await exported({ sort: "title" })).toEqual(await listed({ sort: "title" }));
  });

  test("is, byte for byte, what is stored: quoted, guarded, each line ended by CR and LF", async () => {
    const cell = (text: string | null) => {
      const guarded = guardCell(text ?? "");
      return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
    };
    const stored = await sql<{ title: string; summary: string | null; version: number }[]>`
      SELECT title, summary, version FROM deal_row ORDER BY title_key, id`;
    const lines = String(await bytesOf(deals, "csv", { sort: "title" })).split(/\r\n(?=1,|$)/);
    expect(lines).toHaveLength(stored.length + 2);
    for (const [n, { title, summary, version }] of stored.entries()) {
      const line = is(lines[n + 1]);
      expect(line).toContain(`,${cell(title)},`);
      expect(line).toContain(`,${cell(summary)},`);
      expect(line.endsWith(`Z,${version}`)).toBe(true);
    }
  });

  test("says plain figures, months as months, and blank for what is not known", async () => {
    const [row] = await rowsOf(deals, { licensor: "hutchmed", licensee: "takeda" });
    expect(row).toMatchObject({
      ...{ upfront_min: "400000000", headline_max: "1130000000" },
      ...{ milestones_total_max: "730000000", triggered_to_date: "465000000" },
      ...{ paid_to_date: "435000000", equity_min: "", fx_rate_usd: "" },
      ...{ corridor: "CN → JP", territory_exclude: "CN|HK|MO", has_conflict: "true" },
      ...{ deal_url: "http://localhost:3000/deals/takeda-hutchmed-fruquintinib-2023" },
    });
  });

  test("names the rate of a figure in dollars, its day and its source, and leaves blank what has none", async () => {
    const [rated] = await rowsOf(deals, { company: "remegen", to: "CN", currency: "CNY" });
    expect(rated).toMatchObject({
      ...{ currency: "CNY", upfront_min: "250000000", fx_date: "2025-08-18" },
      ...{ fx_rate_usd: "0.13999999999916", upfront_usd: "34999999.9998" },
      headline_usd: "181299999.9989",
    });
    expect(rated?.fx_source).toMatch(/^USD\/CNY 7\.1428571429 \(2025-08-18\): Implied by/);
    const [unrated] = await rowsOf(deals, { company: "tigermed", currency: "JPY" });
    expect(unrated).toMatchObject({
      ...{ currency: "JPY", upfront_min: "484000000", upfront_usd: "" },
      ...{ fx_rate_usd: "", fx_date: "", fx_source: "" },
    });
    const payments = await rowsOf(milestones, { company: "remegen", currency: "CNY" });
    expect(payments.find(({ amount_max }) => amount_max === "250000000")).toMatchObject({
      ...{ fx_rate_usd: "0.13999999999916", fx_date: "2025-08-18" },
      ...{ amount_max_usd: "34999999.9998", actual_usd: "" },
    });
  });

  test("can be separated by semicolons, without a mark at its start", async () => {
    const csv = String(await bytesOf(deals, "csv", { bom: "0", delimiter: "semicolon" }));
    expect(csv.startsWith("schema_version;deal_id;")).toBe(true);
    const tabs = String(await bytesOf(deals, "csv", { bom: "0", delimiter: "tab" }));
    expect(tabs.startsWith("schema_version\tdeal_id\t")).toBe(true);
  });

  test.each([{ typo: "1" }, { view: "0198f0a0-0000-7000-8000-000000000000" }, { bom: "2" }])(
    "is refused, by the key's name, for %j",
    (query) => {
      expect(() => parseExport(query, deals, "csv")).toThrow(
        expect.objectContaining({
          code: "INVALID",
          fields: [expect.objectContaining({ path: Object.keys(query)[0] })],
        }),
      );
    },
  );

  test("guards text cells by the same rule as the import takes guards away", async () => {
    const start = fc.constantFrom(..."=+-@\t\r\n＝' \u00a0\u200ba和");
    const cell = fc
      .tuple(fc.array(start, { maxLength: 4 }), fc.string({ unit: "grapheme" }))
      .map(([head, tail]) => (head.join("") + tail).replaceAll("\0", ""));
    const cells = fc.sample(cell, 300);
    const rows = await sql<{ guarded: string }[]>`
      SELECT csv_guard(x) AS guarded FROM unnest(${cells}::text[]) WITH ORDINALITY AS cells(x, n) ORDER BY n`;
    expect(rows.map(({ guarded }) => guarded)).toEqual(cells.map(guardCell));
    // A list is one cell: what its first item starts with counts.
    const lists = cells.map((first, n) => [first, cells[n + 1] ?? ""]);
    const joined = await sql<{ guarded: string }[]>`
      SELECT csv_list(ARRAY[x ->> 0, x ->> 1]) AS guarded
      FROM jsonb_array_elements(${sql.json(lists)}) WITH ORDINALITY AS lists(x, n) ORDER BY n`;
    expect(joined.map(({ guarded }) => guarded)).toEqual(
      lists.map((items) => guardCell(items.join("|"))),
    );
  });
});

describe("a filter of an export", () => {
  const hostile = [
    ...["'); --", "'; DROP TABLE deal; --", '"', "%", "_", "\\", "\\'", "％", "＿", "＼", "a%b"],
    ...["$1", "$$", "{a,b}", "NULL", "a,b", '{"a"}', "'||'", "E'\\\\'", "copy_value('x', 1)"],
  ];

  test.each(hostile)("takes %s for itself, and finds what bears it", async (text) => {
    const [deal] = await sql<{ id: string; slug: string; targets: string[] }[]>`
      SELECT id, slug, targets FROM deal_row ORDER BY id LIMIT 1`;
    const { id, slug, targets } = is(deal);
    await sql`UPDATE deal_row SET targets = ${[text]} WHERE id = ${id}`;
    expect(await exported({ target: text })).toEqual([slug]);
    expect(await exported({ target: ["none such", text] })).toEqual([slug]);
    await sql`UPDATE deal_row SET targets = ${targets} WHERE id = ${id}`;
    expect(await exported({ target: text })).toEqual([]);
    expect(await exported({ indication: text })).toEqual([]);
    expect(await exported({ q: text })).toEqual(await listed({ q: text }));
    const found = await listMilestones(ctx, { q: text, limit: 500 });
    const payments = await rowsOf(milestones, { q: text });
    expect(payments.map((row) => row.term_id)).toEqual(found.items.map(({ id }) => id));
    const named = await listCompanies(ctx, { q: text, limit: 500 });
    const firms = await rowsOf(companies, { q: text });
    expect(firms.map((row) => row.company_id)).toEqual(named.items.map(({ slug }) => slug));
  });
});

describe("companies.csv and milestones.csv", () => {
  test("hold what the lists hold, in their order", async () => {
    const rows = await rowsOf(companies, {});
    expect(rows).toHaveLength(197);
    expect(rows.find((row) => row.company_id === "hutchmed")).toMatchObject({
      ...{ native_name: "和黄医药", country: "CN", upfront_received_usd_min: "400000000" },
    });
    const payments = await rowsOf(milestones, {});
    const { items } = await listMilestones(ctx, { limit: 500 });
    expect(payments.map((row) => row.term_id)).toEqual(items.map(({ id }) => id));
    expect(payments.some((row) => row.kind === "HEADLINE")).toBe(false);
  });

  test("follow the same filters", async () => {
    const deal = "takeda-hutchmed-fruquintinib-2023";
    const rows = await rowsOf(milestones, {
      ...{ deal: [deal], state: "PAID", category: ["REGULATORY"], currency: "USD" },
      ...{ due_from: "", sort: "deal" },
    });
    expect(rows.map((row) => row.amount_max)).toEqual(["35000000"]);
    const chinese = await rowsOf(companies, { country: "CN", kind: ["BIOTECH"], sort: "-name" });
    expect(chinese.length).toBeGreaterThan(1);
    for (const row of chinese) expect(row).toMatchObject({ country: "CN", kind: "BIOTECH" });
  });
});

describe("a receipt", () => {
  test.each(["csv", "xlsx", "ndjson"] as const)(
    "is of the very bytes of the %s",
    async (format) => {
      const query = { from: "CN", sort: "title" };
      const receipt = () => receiptOf(ctx, deals, parseExport(query, deals, format));
      const made = await receipt();
      const bytes = await bytesOf(deals, format, query);
      expect(made).toMatchObject({
        ...{ noun: "deals", format, rows: (await exported(query)).length, bytes: bytes.length },
        ...{ filters: { from: ["CN"], sort: ["title"] }, as_of: null },
        fx_policy: "announcement_day_and_payment_day",
        ...{ schema_version: "1", sha256: createHash("sha256").update(bytes).digest("hex") },
      });
      // That of the download, for as long as nothing is written.
      const kept = await receipt();
      expect(kept.sha256).toBe(made.sha256);
      expect(await receipt()).toEqual(kept);
      await sql`UPDATE deal_row SET version = version + 1 WHERE 'CN' = ANY (giving_countries)`;
      expect((await receipt()).sha256).not.toBe(made.sha256);
      await sql`UPDATE deal_row SET version = version - 1 WHERE 'CN' = ANY (giving_countries)`;
      expect((await receipt()).sha256).toBe(made.sha256);
    },
  );
});
