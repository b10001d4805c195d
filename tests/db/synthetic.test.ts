import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate } from "../../scripts/lib/synthetic/load.mjs";
import { openTestDatabases } from "../../scripts/lib/test-databases.mjs";

const deals = 600;
const databases = await openTestDatabases();
const clients: pg.Client[] = [];

/** Each is a database of its own: indexes come off and go back, which no transaction of a test can hold. */
async function filled(seed: string) {
  const { url, ownerUrl } = await databases.fresh("empty");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  clients.push(client);
  const before = await structure(client);
  await generate(ownerUrl, { deals, seed });
  return { appUrl: url, ownerUrl, client, before };
}

/** Every index, constraint and trigger, as the database spells it. */
async function structure(client: pg.Client) {
  const { rows } = await client.query(`
    SELECT indexdef AS what FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1`);
  return rows;
}

async function one(client: pg.Client, sql: string) {
  const { rows } = await client.query({ text: sql, rowMode: "array" });
  return rows[0] ?? [];
}

let seven: Awaited<ReturnType<typeof filled>>;

beforeAll(async () => {
  seven = await filled("7");
}, 120_000);

afterAll(async () => {
  for (const client of clients) await client.end();
  await databases.stop();
});

test("the same seed gives the same rows, another seed others", async () => {
  const [again, other] = [await filled("7"), await filled("8")];
  const print = "SELECT md5(string_agg(r::text, ';' ORDER BY id)) FROM deal_row r";
  expect(await one(again.client, print)).toEqual(await one(seven.client, print));
  expect(await one(other.client, print)).not.toEqual(await one(seven.client, print));
}, 120_000);

test("the same seed gives these rows, today and on any machine", async () => {
  const print = `SELECT md5(string_agg(concat_ws(' ', slug, title, announced_on, headline_max, corridor), ';' ORDER BY id))
    FROM deal_row`;
  expect(await one(seven.client, print)).toEqual(["98ed8c11b6da2b4b32563c310925e19f"]);
});

test("every index, key and trigger is back", async () => {
  expect(await structure(seven.client)).toEqual(seven.before);
});

test.each(["deal_row", "deal_row_past"])("%s is what its view gives", async (table) => {
  const [columns] = await one(
    seven.client,
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
       FROM information_schema.columns WHERE table_name = '${table}_source'`,
  );
  const differing = `
    SELECT count(*)::int, (SELECT count(DISTINCT id)::int FROM deal_row) FROM (
      (SELECT ${columns} FROM ${table} EXCEPT ALL SELECT ${columns} FROM ${table}_source)
      UNION ALL (SELECT ${columns} FROM ${table}_source EXCEPT ALL SELECT ${columns} FROM ${table})) AS x`;
  expect(await one(seven.client, differing)).toEqual([0, deals]);
});

test("a payment stands where its steps lead, on the day of the last", async () => {
  const astray = `
    SELECT count(*)::int FROM payment_term t
    LEFT JOIN LATERAL (SELECT * FROM payment_event e WHERE e.term_id = t.id ORDER BY seq DESC LIMIT 1) AS last ON true
    WHERE (t.state, t.state_on) IS DISTINCT FROM (coalesce(last.to_state, t.initial_state), last."on")
       OR EXISTS (SELECT FROM payment_event e WHERE e.term_id = t.id AND e.from_state <> coalesce(
         (SELECT to_state FROM payment_event p WHERE p.term_id = t.id AND p.seq = e.seq - 1), t.initial_state))`;
  expect(await one(seven.client, astray)).toEqual([0]);
});

test("every name, title and address says that it is synthetic", async () => {
  const silent = `
    SELECT count(*)::int FROM (
      SELECT title AS said FROM deal WHERE title !~ 'synthetic' OR slug !~ '^synthetic-' OR NOT tags @> '{synthetic}'
      UNION ALL SELECT name FROM company WHERE name !~ 'synthetic' OR slug !~ '^synthetic-'
      UNION ALL SELECT name FROM company_name WHERE name !~ 'synthetic|合成|합성'
      UNION ALL SELECT name FROM asset WHERE name !~ 'synthetic' OR slug !~ '^synthetic-'
      UNION ALL SELECT url FROM source WHERE url !~ 'synthetic') AS x`;
  expect(await one(seven.client, silent)).toEqual([0]);
});

test("a second filling is refused, and so is one beside real deals", async () => {
  await expect(generate(seven.ownerUrl, { deals, seed: 7 })).rejects.toThrow("not empty");
  await seven.client.query("UPDATE deal SET tags = '{}' WHERE slug = 'synthetic-deal-1'");
  await expect(generate(seven.ownerUrl, { deals, seed: 7 })).rejects.toThrow("real deals");
});

test("a person could save any of the deals as it is", async () => {
  process.env.DATABASE_URL = seven.appUrl;
  const { loadDealDocs } = await import("@/lib/deal/queries");
  const { dealProblems } = await import("@/lib/deal/rules");
  const { dealInput } = await import("@/lib/deal/schema");
  const { scriptContext } = await import("@/lib/context");
  const { rows } = await seven.client.query("SELECT id FROM deal ORDER BY id LIMIT 200");
  const docs = await loadDealDocs(
    scriptContext("test"),
    rows.map(({ id }) => id),
  );
  const problems = [...docs.values()].flatMap((doc) => dealProblems(dealInput.parse(doc)));
  expect({ count: docs.size, problems }).toEqual({ count: 200, problems: [] });
});
