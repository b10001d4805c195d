import { type Bench, get, getJson, type Line } from "./bench";
import { cpuMs } from "./process";
import { inTurns, summary, together } from "./timing";

type Page = { items: unknown[]; next: string | null };

/** The place where the 1,000th page of 50 starts, or the last one there is. */
async function deepPlace(bench: Bench, query: string): Promise<string | null> {
  let place: string | null = null;
  for (let seen = 0; seen < 999 * 50; ) {
    const limit = Math.min(500, 999 * 50 - seen);
    const after: string = place ? `&after=${encodeURIComponent(place)}` : "";
    const page: Page = await getJson(
      bench,
      `${bench.app}/api/catalogue/deals?${query}&limit=${limit}${after}`,
    );
    if (page.next === null) return place;
    place = page.next;
    seen += page.items.length;
  }
  return place;
}

/** Each combination's first and 1,000th page: ours, the floor's, and the rows alone from the API. */
export async function measureTable(
  bench: Bench,
  combinations: Record<string, string>,
): Promise<Line[]> {
  // Neither may be measured while it still compiles.
  for (const url of [`${bench.floor}/`, `${bench.app}/deals`]) {
    await together(2, 3_000, () => get(bench, url));
  }
  const lines: Line[] = [];
  const queries: string[] = [];
  for (const [name, query] of Object.entries(combinations)) {
    const place = await deepPlace(bench, query);
    const pages = { [`${name}, page 1`]: query };
    if (place) pages[`${name}, page 1,000`] = `${query}&after=${encodeURIComponent(place)}`;
    for (const [page, asked] of Object.entries(pages)) {
      queries.push(asked);
      lines.push(...(await measurePage(bench, page, asked)));
    }
  }
  return [...lines, ...(await measureTogether(bench, queries))];
}

async function measurePage(bench: Bench, name: string, query: string): Promise<Line[]> {
  const { ours, floor, rows } = await inTurns(
    {
      floor: () => get(bench, `${bench.floor}/?${query}`),
      ours: () => get(bench, `${bench.app}/deals?${query}`),
      rows: () => get(bench, `${bench.app}/api/catalogue/deals?${query}`),
    },
    bench.rounds,
  );
  return [
    { name: `table: ${name}`, ...ours, ratio: ours.median / floor.median },
    { name: `rows: ${name}`, ...rows, ratio: rows.median / floor.median },
  ];
}

/** Eight readers at once who walk through all the pages, in blocks that alternate with the floor's. */
async function measureTogether(bench: Bench, queries: string[]): Promise<Line[]> {
  const walk = (base: string) => {
    let at = 0;
    return () => get(bench, `${base}?${queries[at++ % queries.length]}`);
  };
  const [ours, floor] = [walk(`${bench.app}/deals`), walk(`${bench.floor}/`)];
  const times = { ours: [] as number[], floor: [] as number[] };
  const cpu = { ours: 0, floor: 0 };
  const [block, blocks] = [4_000, 3];
  for (let turn = 0; turn < blocks; turn++) {
    for (const [who, next, pid] of [
      ["floor", floor, bench.pids.floor],
      ["ours", ours, bench.pids.app],
    ] as const) {
      const before = cpuMs(pid);
      times[who].push(...(await together(8, block, next)));
      cpu[who] += cpuMs(pid) - before;
    }
  }
  const [mine, bare] = [summary(times.ours), summary(times.floor)];
  const rate = (count: number) => `${Math.round((count * 1000) / (block * blocks))}/s`;
  const each = { ours: cpu.ours / times.ours.length, floor: cpu.floor / times.floor.length };
  return [
    { name: "8 readers: floor", ...bare, note: rate(times.floor.length) },
    {
      name: "8 readers: table",
      ...mine,
      ratio: mine.median / bare.median,
      note: `${rate(times.ours.length)}, p99 ${(mine.p99 / bare.p99).toFixed(2)} × floor's`,
    },
    { name: "a core's time for a page: floor", median: each.floor },
    {
      ...{ name: "a core's time for a page: table", median: each.ours },
      ratio: each.ours / each.floor,
    },
  ];
}
