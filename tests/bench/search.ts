import { sql } from "@/lib/sql";
import { type Bench, get, has, type Line } from "./bench";
import { inTurns } from "./timing";

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
    ...{ 武田: "武田", 和黄: "和黄", "one character": row.native.slice(0, 1) },
  };
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
  const box = (await has(bench, `${bench.app}/api/search?q=a`))
    ? asked("/api/search", "search box")
    : {};
  const times = await inTurns(
    { ...box, ...asked("/api/catalogue/deals", "table searched") },
    Math.min(bench.rounds, 20),
  );
  return Object.entries(times).map(([name, time]) => ({ name, ...time }));
}
