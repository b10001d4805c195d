import { v7 as uuid } from "uuid";
import { scriptContext } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealInput } from "@/lib/deal/schema";
import { sql } from "@/lib/sql";
import { type Bench, get, type Line } from "./bench";
import { inTurns } from "./timing";

const title = "A deal with a long ledger";
const ctx = scriptContext("bench");

/** The long deal, made once a database: a company's deal with 200 payments of two steps each, and 500 events. */
async function longDeal(id: string): Promise<string> {
  const [known] = await sql<{ slug: string }[]>`SELECT slug FROM deal_row WHERE title = ${title}`;
  if (known) return known.slug;
  const doc = (await loadDealDocs(ctx, [id])).get(id);
  if (!doc) throw new Error("there is no deal to take after");
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const terms = Array.from({ length: 200 }, (_, n) => ({
    ...{ id: uuid(), kind: "MILESTONE", trigger: `Milestone ${n + 1}`, currency: "USD" },
    ...{ disclosure: "EXACT", min: `${n + 1}000000`, max: `${n + 1}000000` },
    steps: [
      { to: "TRIGGERED", on: day(n) },
      { to: "PAID", on: day(n + 30) },
    ],
  }));
  const events = Array.from({ length: 500 }, (_, n) => ({
    ...{ id: uuid(), kind: "OTHER", on: day(n), summary: `Something that happened, ${n + 1}` },
  }));
  const { announcedOn, status, type } = doc;
  const fresh = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, id: uuid() }));
  const [parties, assets] = [fresh(doc.parties), fresh(doc.assets)];
  const facts = { title, announcedOn, status, type };
  const input = dealInput.parse({ ...facts, parties, assets, terms, events });
  const [saved] = await saveDeals(ctx, [input]);
  return saved?.slug ?? "";
}

/** The page of a deal with a long ledger beside that of a plain one, and the waterfall of a company and of all. */
export async function measureLedger(bench: Bench, busy: string): Promise<Line[]> {
  const [plain] = await sql<{ id: string; slug: string }[]>`
    SELECT id, slug FROM deal_row WHERE ${busy} = ANY (company_slugs) ORDER BY id LIMIT 1`;
  if (!plain) return [];
  const long = await longDeal(plain.id);
  const times = await inTurns(
    {
      floor: () => get(bench, `${bench.floor}/`),
      "deal page, plain": () => get(bench, `${bench.app}/deals/${plain.slug}`),
      "deal page, 200 payments and 500 events": () => get(bench, `${bench.app}/deals/${long}`),
      "company's waterfall": () => get(bench, `${bench.app}/insight/waterfall?payee=${busy}`),
      "waterfall of a year": () =>
        get(bench, `${bench.app}/insight/waterfall?announced_from=2023&announced_to=2023`),
      "payments owed": () => get(bench, `${bench.app}/milestones?due=owed`),
    },
    Math.min(bench.rounds, 20),
  );
  const { floor, ...pages } = times;
  const plainly = pages["deal page, plain"].median;
  return Object.entries(pages).map(([name, time]) => ({
    ...{ name, ...time, ratio: time.median / floor.median },
    ...(name.includes("200") && { note: `${(time.median / plainly).toFixed(2)} × the plain one` }),
  }));
}
