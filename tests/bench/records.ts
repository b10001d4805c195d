import { v7 as uuid } from "uuid";
import { sql } from "@/lib/sql";
import { type Bench, get, type Line } from "./bench";
import { inTurns } from "./timing";

async function savedView(query: string): Promise<string> {
  const id = uuid();
  await sql`
    INSERT INTO saved_view (id, user_id, page, name, query)
    SELECT ${id}, id, 'deals', 'Bench', ${query} FROM app_user WHERE email = 'admin@example.com'
    ON CONFLICT DO NOTHING`;
  return id;
}

/** A deal, a busy company, and the table by way of a saved view. */
export async function measureRecords(bench: Bench, busy: string): Promise<Line[]> {
  const [deal] = await sql<{ slug: string }[]>`
    SELECT slug FROM deal_row WHERE ${busy} = ANY (company_slugs) ORDER BY id LIMIT 1`;
  const [company] = await sql<{ deals: number }[]>`
    SELECT count(*)::int AS deals FROM deal_row WHERE company_slugs @> ARRAY[${busy}::text]`;
  const query = "from=CN&sort=-headline";
  const view = await savedView(query);
  const times = await inTurns(
    {
      floor: () => get(bench, `${bench.floor}/`),
      "deal page": () => get(bench, `${bench.app}/deals/${deal?.slug}`),
      "company page": () => get(bench, `${bench.app}/companies/${busy}`),
      "saved view": () => get(bench, `${bench.app}/deals?view=${view}&${query}`),
      companies: () => get(bench, `${bench.app}/companies`),
      milestones: () => get(bench, `${bench.app}/milestones`),
      overview: () => get(bench, `${bench.app}/`),
    },
    Math.min(bench.rounds, 20),
  );
  const { floor, ...pages } = times;
  return Object.entries(pages).map(([name, time]) => ({
    name: name === "company page" ? `company page, ${company?.deals} deals` : name,
    ...time,
    ratio: time.median / floor.median,
  }));
}
