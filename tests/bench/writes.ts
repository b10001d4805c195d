import { randomUUID } from "node:crypto";
import { applyBatch, previewBatch } from "@/lib/bulk/commands";
import { previewInput } from "@/lib/bulk/schema";
import { scriptContext } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { dealInput } from "@/lib/deal/schema";
import { sql } from "@/lib/sql";
import type { Bench, Line } from "./bench";
import { inTurns, summary } from "./timing";

const ctx = scriptContext("bench");
const roles = ["LICENSOR", "LICENSEE"];

async function logADeal() {
  const parties = await sql<{ id: string }[]>`SELECT id FROM company ORDER BY id LIMIT 2`;
  const input = dealInput.parse({
    ...{ title: `Bench ${randomUUID()} (synthetic)`, type: "LICENSE", announcedOn: "2024-11" },
    tags: ["synthetic"],
    parties: parties.map(({ id }, at) => ({ id: randomUUID(), companyId: id, role: roles[at] })),
    terms: ["UPFRONT", "MILESTONE", "HEADLINE"].map((kind) => ({
      ...{ id: randomUUID(), kind, disclosure: "EXACT", currency: "USD", min: "1000000" },
    })),
  });
  await saveDeals(ctx, [input]);
}

const many = 1000;

/** A thousand deals get another state, as one batch: what the preview takes, and what the change takes. */
async function measureBulk(): Promise<Line[]> {
  const deals = await sql<{ id: string }[]>`
    SELECT id FROM deal_row WHERE slug LIKE 'synthetic-%' ORDER BY id LIMIT ${many}`;
  if (deals.length < many) return [];
  const selection = { kind: "ids", ids: deals.map(({ id }) => id) };
  const times = { preview: [] as number[], apply: [] as number[] };
  for (const to of ["UNKNOWN", "ACTIVE", "UNKNOWN", "ACTIVE"]) {
    const edit = { kind: "status", to };
    const from = performance.now();
    const batch = await previewBatch(ctx, previewInput.parse({ selection, edit }));
    const seen = performance.now();
    times.preview.push(seen - from);
    while ((await applyBatch(ctx, { id: batch.id })).state !== "finished");
    times.apply.push(performance.now() - seen);
  }
  return [
    { name: `bulk: preview of ${many} states`, ...summary(times.preview) },
    { name: `bulk: change of ${many} states`, ...summary(times.apply) },
  ];
}

/** What people write, through the rooms' own commands, history and read model included. */
export async function measureWrites({ rounds }: Bench): Promise<Line[]> {
  const times = await inTurns({ "log a deal, 2 parties, 3 terms": logADeal }, Math.min(rounds, 30));
  const logged = Object.entries(times).map(([name, time]) => ({ name, ...time }));
  return [...logged, ...(await measureBulk())];
}
