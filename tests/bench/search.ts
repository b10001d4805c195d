import { sql } from "@/lib/sql";
import { golden } from "../support/golden-search";
import { type Bench, get, getJson, type Line } from "./bench";
import { inTurns, summary, timed } from "./timing";

/** Words that find much and words that find little, of the names that this database holds. */
async function wordsOf(busy: string): Promise<Record<string, string>> {
  const [row] = await sql<{ name: string; native: string; asset: string }[]>`
    SELECT split_part(c.name, ' ', 1) AS name,
      (SELECT left(n.name, 2) FROM company_name n JOIN company c2 ON c2.id = n.company_id
        WHERE n.kind = 'NATIVE' AND n.lang LIKE 'zh%' ORDER BY c2.id LIMIT 1) AS native,
      (SELECT name FROM asset ORDER BY id LIMIT 1) AS asset
    FROM company c WHERE slug = ${busy}`;
  if (!row) throw new Error("the busy company is there");
  const typo = `${row.name.slice(0, 2)}${row.name.slice(3)}`;
  return {
    ...{ "a word": row.name, "a typo": typo, "two characters": row.native, "an asset": row.asset },
    "one character": row.native.slice(0, 1),
  };
}

/** Where the record that is meant comes among the answers, from 1; 0 when it does not. */
async function place(bench: Bench, word: string, meant: string): Promise<number> {
  type Found = { items: { noun: string; slug: string }[] };
  const url = `${bench.app}/api/search?q=${encodeURIComponent(word)}`;
  const { items } = await getJson<Found>(bench, url);
  return items.findIndex(({ noun, slug }) => `${noun}/${slug}` === meant) + 1;
}

/** The words of the golden test, among all the synthetic names. */
async function measureGolden(bench: Bench): Promise<Line> {
  const words = Object.values(golden).flat();
  const times: number[] = [];
  const places: number[] = [];
  for (const [word, meant] of [...words, ...words]) {
    times.push(await timed(async () => places.push(await place(bench, word, meant))));
  }
  const share = (last: number) =>
    `${Math.round((100 * places.filter((at) => at > 0 && at <= last).length) / places.length)} %`;
  const time = summary(times);
  return {
    ...{ name: `search box: ${words.length} golden words`, ...time },
    note: `top-1 ${share(1)}, top-3 ${share(3)}, p95 ${time.p95.toFixed(0)}`,
  };
}

/** What the database itself takes, by its own clock. */
async function measureInDatabase(word: string): Promise<Line> {
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    const [row] = await sql<{ "QUERY PLAN": [{ "Execution Time": number }] }[]>`
      EXPLAIN (ANALYZE, FORMAT JSON)
      SELECT * FROM search_catalogue(${word}, ARRAY['companies', 'assets', 'deals'], 5)`;
    times.push(row?.["QUERY PLAN"][0]["Execution Time"] ?? Number.NaN);
  }
  return { name: `search in the database: ${word}`, ...summary(times) };
}

/** The box as it is typed into, and the table searched. */
export async function measureSearch(bench: Bench, busy: string): Promise<Line[]> {
  const words = await wordsOf(busy);
  const asked = (path: string, what: string) =>
    Object.fromEntries(
      Object.entries(words).map(([name, word]) => [
        `${what}: ${name}`,
        () => get(bench, `${bench.app}${path}?q=${encodeURIComponent(word)}`),
      ]),
    );
  const times = await inTurns(
    { ...asked("/api/search", "search box"), ...asked("/api/catalogue/deals", "table searched") },
    Math.min(bench.rounds, 20),
  );
  return [
    await measureGolden(bench),
    await measureInDatabase("武田"),
    await measureInDatabase("和黄"),
    ...Object.entries(times).map(([name, time]) => ({ name, ...time })),
  ];
}
