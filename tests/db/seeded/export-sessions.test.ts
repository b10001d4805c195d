import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deals } from "@/lib/exchange/deal/queries";
import { streamFile } from "@/lib/exchange/queries";
import { type Format, formats, parseExport } from "@/lib/exchange/schema";
import { sql } from "@/lib/sql";
import { bytesOf, ctx, rowsOf } from "../../support/exported";
import { is } from "../../support/is";

const open = async (format: Format) =>
  (await streamFile(ctx, deals, parseExport({}, deals, format))).getReader();

/** Sessions that are in the middle of COPY. */
const copying = () => sql<{ pid: number }[]>`
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND state = 'active' AND query LIKE 'COPY %'`;

async function untilNoneCopies() {
  for (let tries = 0; (await copying()).length > 0; tries += 1) {
    expect(tries).toBeLessThan(100);
    await sleep(20);
  }
}

// Far more than what fits between the database and the reader. Words that do not compress.
beforeAll(async () => {
  await sql`UPDATE deal_row SET summary = (
    SELECT string_agg(md5(deal_row.id::text || n), ' ') FROM generate_series(1, 6000) AS n)`;
});

afterAll(async () => {
  await sql`SELECT refresh_deal_rows(array_agg(id)) FROM deal_row`;
});

test.each(formats)("a reader of %s that leaves frees the database session", async (format) => {
  for (let n = 0; n < 12; n++) {
    const reader = await open(format);
    await reader.read();
    await reader.cancel();
  }
  await untilNoneCopies();
});

test.each(formats)("a reader of %s that stands still holds the database back", async (format) => {
  const reader = await open(format);
  await reader.read();
  await sleep(300);
  const before = process.memoryUsage().rss;
  await sleep(700);
  expect(await copying()).toHaveLength(1);
  expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
  }
  expect(bytes).toBeGreaterThan(1_000_000);
  await untilNoneCopies();
});

test("a reader that takes nothing for too long is taken for gone", async () => {
  const asked = parseExport({}, deals, "csv");
  const reader = (await streamFile(ctx, deals, asked, { patience: 200 })).getReader();
  await reader.read();
  await untilNoneCopies();
  const rest = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read());
  };
  await expect(rest()).rejects.toThrow("Nobody reads this export");
});

test("a request that is given up frees the session before anything is read", async () => {
  const request = new AbortController();
  await streamFile(ctx, deals, parseExport({}, deals, "xlsx"), { signal: request.signal });
  expect(await copying()).toHaveLength(1);
  request.abort();
  await untilNoneCopies();
});

test.each(formats)("%s that fails half-way has no clean end", async (format) => {
  const reader = await open(format);
  await reader.read();
  const [session] = await copying();
  await sql`SELECT pg_terminate_backend(${is(session).pid})`;
  const rest = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read());
  };
  await expect(rest()).rejects.toThrow();
  expect(await rowsOf(deals, {})).toHaveLength(114);
});

test("a file that is one too many is refused, and the others go on", async () => {
  const [first, second] = await Promise.all([open("csv"), open("xlsx")]);
  for (const format of formats) {
    await expect(bytesOf(deals, format, {})).rejects.toMatchObject({ code: "LIMITED" });
  }
  await Promise.all([first.cancel(), second.cancel()]);
  expect(await rowsOf(deals, {})).toHaveLength(114);
});
