import { randomUUID } from "node:crypto";
import { scriptContext } from "@/lib/context";
import { copy } from "@/lib/copy";
import { db } from "@/lib/db";
import { saveDeals } from "@/lib/deal/commands";
import { dealInput } from "@/lib/deal/schema";
import { deals } from "@/lib/exchange/deal/queries";
import { selectOf } from "@/lib/exchange/queries";
import { sql } from "@/lib/sql";
import { administrator } from "../support/accounts";

const app = process.env.BENCH_APP ?? "";
const floor = process.env.BENCH_FLOOR ?? "";
const ctx = scriptContext("bench");

/** A session cookie by next-auth's own endpoint. */
async function signIn(): Promise<string> {
  const cookieOf = (response: Response) =>
    response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const csrf = await fetch(`${app}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const before = cookieOf(csrf).join("; ");
  const answer = await fetch(`${app}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: before,
      "sec-fetch-site": "same-origin",
    },
    body: new URLSearchParams({ ...administrator, csrfToken, json: "true" }),
  });
  return [before, ...cookieOf(answer)].join("; ");
}

type Times = { median: number; p99: number };

function summary(times: number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99) };
}

/** Milliseconds of each thing, in turns, so that a drift of the machine falls on all of them alike. */
async function inTurns(runs: Record<string, () => Promise<unknown>>, rounds: number) {
  const times: Record<string, number[]> = {};
  for (let round = -5; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const from = performance.now();
      await run();
      const list = times[name] ?? [];
      if (round >= 0) list.push(performance.now() - from);
      times[name] = list;
    }
  }
  return new Map(Object.entries(times).map(([name, list]) => [name, summary(list)]));
}

function show(rows: Map<string, Times>, ratios: Record<string, string> = {}) {
  for (const [name, { median, p99 }] of rows) {
    const base = ratios[name];
    const against = base ? rows.get(base) : undefined;
    const ratio = against ? `  ${(median / against.median).toFixed(2)} × ${base}` : "";
    console.log(
      `${name.padEnd(34)} median ${median.toFixed(1).padStart(8)} ms  p99 ${p99.toFixed(1).padStart(8)} ms${ratio}`,
    );
  }
}

async function get(url: string, cookie = ""): Promise<void> {
  const response = await fetch(url, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  await response.arrayBuffer();
}

/** COPY of the export's own SELECT, its rows thrown away. */
async function copyToNowhere() {
  const { from, order } = deals.rows({});
  const statement = selectOf(deals.columns, sql`${from} ORDER BY ${order}`, "guarded");
  const nowhere = { head: "", tail: "", encode() {} };
  for await (const _ of copy({ statement, options: "FORMAT csv", ...nowhere }));
}

async function logADeal() {
  const parties = await db.company.findMany({
    select: { id: true },
    take: 2,
    where: { withdrawnAt: null },
  });
  const roles = ["LICENSOR", "LICENSEE"];
  const input = dealInput.parse({
    ...{
      title: `Bench ${randomUUID()}`,
      type: "LICENSE",
      announcedOn: "2024-11",
      tags: ["synthetic"],
    },
    parties: parties.map(({ id }, index) => ({
      id: randomUUID(),
      companyId: id,
      role: roles[index],
    })),
    terms: ["UPFRONT", "MILESTONE", "HEADLINE"].map((kind) => ({
      ...{ id: randomUUID(), kind, disclosure: "EXACT", currency: "USD", min: "1000000" },
    })),
  });
  await saveDeals(ctx, [input]);
}

const cookie = await signIn();
const [deal] = await sql<{ slug: string; licensor: string }[]>`
  SELECT slug, giving_slugs[1] AS licensor FROM deal_row WHERE giving_slugs <> '{}' ORDER BY id LIMIT 1`;
const rounds = Number(process.env.BENCH_ROUNDS ?? "100");

const pages = await inTurns(
  {
    "bare page, 50 rows": () => get(floor),
    "table page, 50 rows": () => get(`${app}/deals`, cookie),
    "deal page": () => get(`${app}/deals/${deal?.slug}`, cookie),
    "company page": () => get(`${app}/companies/${deal?.licensor}`, cookie),
    "table searched": () => get(`${app}/deals?q=takeda`, cookie),
    "plain SQL, 50 rows": () =>
      sql`SELECT * FROM deal_row ORDER BY announced_on DESC, id DESC LIMIT 50`,
  },
  rounds,
);
show(pages, { "table page, 50 rows": "bare page, 50 rows" });
show(await inTurns({ "log a deal, 2 parties, 3 terms": logADeal }, rounds));
const files = await inTurns(
  {
    "COPY to nowhere": copyToNowhere,
    "deals.csv": () => get(`${app}/deals/export.csv`, cookie),
  },
  Math.max(5, Math.round(rounds / 10)),
);
show(files, { "deals.csv": "COPY to nowhere" });
await db.$disconnect();
await sql.end();
