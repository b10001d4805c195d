import { Stop } from "./main.mjs";

/** The same number for the same seed, row and purpose: nothing depends on the machine or the day. */
const pick = (purpose, count) =>
  `(('x' || substr(md5($1 || '${purpose}' || n), 1, 7))::bit(28)::int % ${count})`;

const element = (list, purpose) => `(ARRAY[${list}])[1 + ${pick(purpose, list.split(",").length)}]`;

/** A uuid of version 8: of our own making. */
const id = (table, n) =>
  `overlay(overlay(md5($1 || '${table}' || ${n}) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid`;

/** In the order of their references. Every name says that it is synthetic. */
const statements = [
  `INSERT INTO company (id, slug, name, country, kind)
   SELECT ${id("company", "n")}, 'synthetic-company-' || n, 'Synthetic Company ' || n,
     ${element("'CN','JP','US','KR','GB','DE'", "country")},
     ${element("'PHARMA','BIOTECH'", "kind")}::company_kind
   FROM generate_series(1, $2::int / 30 + 2) AS n`,
  `INSERT INTO company_name (id, company_id, name, lang, kind, position)
   SELECT ${id("name", "n")}, ${id("company", "n")}, 'Synthetic Company ' || n, 'en', 'NAME'::company_name_kind, 0
   FROM generate_series(1, $2::int / 30 + 2) AS n
   UNION ALL
   SELECT ${id("native", "n")}, ${id("company", "n")}, '合成製薬' || n, 'ja', 'NATIVE', 1
   FROM generate_series(1, $2::int / 30 + 2) AS n`,
  `INSERT INTO deal (id, slug, title, type, structures, status, announced_on, announced_precision, tags)
   SELECT ${id("deal", "n")}, 'synthetic-deal-' || n, 'Synthetic deal ' || n,
     ${element("'LICENSE','OPTION','ACQUISITION','CO_DEVELOPMENT','DISTRIBUTION'", "type")}::deal_type, '{}',
     ${element("'ACTIVE','COMPLETED','TERMINATED','UNKNOWN'", "status")}::deal_status,
     date '2010-01-01' + ${pick("day", 5800)}, 'DAY', ARRAY['synthetic']
   FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO deal_party (id, deal_id, company_id, role, position)
   SELECT ${id("giver", "n")}, ${id("deal", "n")},
     ${id("company", `(1 + ${pick("from", "($2::int / 30)")})`)}, 'LICENSOR'::party_role, 0
   FROM generate_series(1, $2::int) AS n
   UNION ALL
   SELECT ${id("taker", "n")}, ${id("deal", "n")},
     ${id("company", `(1 + (${pick("from", "($2::int / 30)")} + 1 + ${pick("to", 5)}) % ($2::int / 30 + 2))`)}, 'LICENSEE', 1
   FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO payment_term (id, deal_id, kind, currency, min, max, disclosure, category, position)
   SELECT ${id("upfront", "n")}, ${id("deal", "n")}, 'UPFRONT'::term_kind,
     CASE WHEN ${pick("told", 2)} = 0 THEN 'USD' END,
     CASE WHEN ${pick("told", 2)} = 0 THEN 1000000 * (1 + ${pick("upfront", 400)}) END,
     CASE WHEN ${pick("told", 2)} = 0 THEN 1000000 * (1 + ${pick("upfront", 400)}) END,
     CASE WHEN ${pick("told", 2)} = 0 THEN 'EXACT' ELSE 'UNDISCLOSED' END::disclosure, NULL::milestone_category, 0
   FROM generate_series(1, $2::int) AS n
   UNION ALL
   SELECT ${id("pool", "n")}, ${id("deal", "n")}, 'MILESTONE_POOL', 'USD', NULL,
     10000000 * (1 + ${pick("pool", 90)}), 'UP_TO', 'COMBINED', 1
   FROM generate_series(1, $2::int) AS n
   UNION ALL
   SELECT ${id("headline", "n")}, ${id("deal", "n")}, 'HEADLINE', 'USD', NULL,
     10000000 * (1 + ${pick("pool", 90)}) + 400000000, 'UP_TO', NULL, 2
   FROM generate_series(1, $2::int) AS n`,
];

const batch = 5000;

/** Fills a database that holds nothing real with `deals` synthetic ones; the same seed gives the same rows. */
export async function generate(client, { deals, seed }) {
  const { rows } = await client.query(
    "SELECT EXISTS (SELECT FROM deal WHERE NOT tags @> '{synthetic}') AS real, EXISTS (SELECT FROM deal) AS some",
  );
  if (rows[0].real) throw new Stop("This database holds real deals; give another in DATABASE_URL");
  if (rows[0].some) throw new Stop("This database holds synthetic deals already; empty it first");
  await client.query("SET statement_timeout = 0");
  await client.query("BEGIN");
  for (const statement of statements) {
    const uses = statement.includes("$2") ? [String(seed), deals] : [String(seed)];
    await client.query(statement, uses);
  }
  await client.query("COMMIT");
  await client.query("ANALYZE");
  const ids = (await client.query("SELECT id FROM deal ORDER BY id")).rows.map((row) => row.id);
  for (let from = 0; from < ids.length; from += batch) {
    await client.query("SELECT refresh_deal_rows($1)", [ids.slice(from, from + batch)]);
  }
  await client.query("VACUUM ANALYZE").catch(() => client.query("ANALYZE"));
}
