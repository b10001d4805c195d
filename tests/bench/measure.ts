import { appendFileSync } from "node:fs";
import { db } from "@/lib/db";
import { sql } from "@/lib/sql";
import type { Bench, Line } from "./bench";
import { measureBrowser } from "./browser";
import { combinationsOf } from "./combinations";
import { measureCounts } from "./counts";
import { measureFiles } from "./files";
import { measureLedger } from "./ledger";
import { measurePast } from "./past";
import { measureRecords } from "./records";
import { measureSearch } from "./search";
import { signIn } from "./session";
import { measureTable } from "./table";
import { measureWrites } from "./writes";

/** `measure.ts <part>`, started by scripts/bench.mjs; each line of the report goes to BENCH_OUT as JSON. */
const app = process.env.BENCH_APP ?? "";
const [size] = await sql<{ deals: number }[]>`SELECT count(*)::int AS deals FROM deal_row`;
const bench: Bench = {
  app,
  floor: process.env.BENCH_FLOOR ?? "",
  cookie: await signIn(app),
  rounds: Number(process.env.BENCH_ROUNDS ?? "20"),
  deals: size?.deals ?? 0,
  pids: { app: Number(process.env.BENCH_APP_PID), floor: Number(process.env.BENCH_FLOOR_PID) },
};

/** One of the generator's companies by rank, which is by deals; without any, the busiest real one. */
const [company] = await sql<{ slug: string }[]>`
  SELECT slug FROM company WHERE slug LIKE 'synthetic-%' ORDER BY id OFFSET 30 LIMIT 1`;
const busy = company?.slug ?? "takeda";

const parts: Record<string, () => Promise<Line[]>> = {
  table: () => measureTable(bench, combinationsOf(busy)),
  past: () => measurePast(bench, combinationsOf(busy)),
  counts: () => measureCounts(bench, busy),
  search: () => measureSearch(bench, busy),
  records: () => measureRecords(bench, busy),
  ledger: () => measureLedger(bench, busy),
  writes: () => measureWrites(bench),
  browser: () => measureBrowser(bench),
  files: () => measureFiles(bench),
};

const [name = ""] = process.argv.slice(2);
const measure = parts[name];
if (!measure) throw new Error(`There is no part ${name}`);
for (const line of await measure()) {
  appendFileSync(process.env.BENCH_OUT ?? "/dev/stdout", `${JSON.stringify(line)}\n`);
}
await db.$disconnect();
await sql.end();
