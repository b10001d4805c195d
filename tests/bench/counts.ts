import { sql } from "@/lib/sql";
import { type Bench, get, type Line } from "./bench";
import { inTurns, summary, timed } from "./timing";

/** Anything committed makes what was counted before out of date. */
async function write() {
  await sql`UPDATE app_user SET last_sign_in_at = now() WHERE email = 'viewer@example.com'`;
}

/** Counts and facets of no filter, a wide and a narrow one: as asked again, and as asked first after a write. */
export async function measureCounts(bench: Bench, busy: string): Promise<Line[]> {
  const filters = {
    "no filter": "",
    "from China": "from=CN",
    "one busy company": `company=${busy}`,
  };
  const lines: Line[] = [];
  for (const what of ["count", "facets"]) {
    for (const [name, query] of Object.entries(filters)) {
      const ask = () => get(bench, `${bench.app}/api/catalogue/deals/${what}?${query}`);
      const { warm } = await inTurns({ warm: ask }, Math.min(bench.rounds, 20));
      const cold: number[] = [];
      for (let round = 0; round < Math.min(bench.rounds, 8); round++) {
        await write();
        cold.push(await timed(ask));
      }
      lines.push(
        { name: `${what}: ${name}`, ...warm },
        { name: `${what}: ${name}, after a write`, ...summary(cold) },
      );
    }
  }
  return lines;
}
