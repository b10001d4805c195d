import { connect, withClient } from "../database.mjs";
import { Stop } from "../main.mjs";
import { writeAsset } from "./assets.mjs";
import { companiesOf, writeCompany } from "./companies.mjs";
import { openCopies } from "./copy.mjs";
import { writeDeal } from "./deals.mjs";
import { idsOf } from "./ids.mjs";
import { dropIndexes } from "./indexes.mjs";
import { powerLaw } from "./random.mjs";
import { readModel, tables } from "./tables.mjs";

/** Connections that work at once after the rows are in: the server's share of a small machine. */
const lanes = 2;
const batch = 10_000;

const settings = `
  SET statement_timeout = 0; SET lock_timeout = 0; SET synchronous_commit = off;
  SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 2; SET work_mem = '64MB'`;

async function refuseWhatIsThere(client) {
  const { rows } = await client.query(`
    SELECT EXISTS (SELECT FROM deal WHERE NOT tags @> '{synthetic}') AS real,
      EXISTS (SELECT FROM deal UNION ALL SELECT FROM company UNION ALL SELECT FROM source) AS some`);
  if (rows[0].real) throw new Stop("This database holds real deals; give another in DATABASE_URL");
  if (rows[0].some) throw new Stop("This database is not empty; npm run db:reset empties it");
}

async function writeAll(url, context) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, {
    max: tables.length,
    onnotice: () => {},
    connection: { statement_timeout: 0 },
  });
  const copies = await openCopies(sql);
  try {
    const passes = [
      [context.counts.companies, writeCompany],
      [context.counts.assets, writeAsset],
      [context.counts.deals, writeDeal],
    ];
    for (const [count, write] of passes) {
      for (let n = 1; n <= count; n += 1) {
        write(copies, context, n);
        await copies.flowing();
      }
    }
    await copies.end();
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Runs the statements in turn, two at a time. */
async function inLanes(url, statements) {
  const left = [...statements];
  const lane = () =>
    withClient(url, async (client) => {
      await client.query(settings);
      for (let next = left.shift(); next; next = left.shift()) await client.query(next);
    });
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The statements that fill a table of the read model from the view that defines it, some deals at a time. */
async function fillings(client, table, { id, counts }) {
  const { rows } = await client.query(
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
      FROM information_schema.columns WHERE table_name = $1`,
    [`${table}_source`],
  );
  const [{ columns }] = rows;
  const starts = Array.from({ length: Math.ceil(counts.deals / batch) }, (_, at) => at * batch + 1);
  return starts.map(
    (n) => `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table}_source
      WHERE id >= '${id("deal", n)}' AND id < '${id("deal", n + batch)}'`,
  );
}

function contextOf({ deals, seed }) {
  const counts = {
    deals,
    companies: Math.max(30, Math.round(deals * 0.03)),
    assets: Math.max(50, Math.round(deals * 0.2)),
  };
  const id = idsOf(seed);
  const companies = companiesOf({ seed, id, count: counts.companies });
  return { seed, id, counts, companies, company: powerLaw(counts.companies) };
}

/**
 * Fills an empty database with `deals` synthetic ones; the same seed gives the same rows, on any machine and day.
 * `tell` hears how long each part took. The tables lose their indexes meanwhile: one that was killed is to be reset.
 */
export async function generate(url, { deals, seed, tell = () => {} }) {
  const client = await connect(url);
  const timed = async (what, run) => {
    const from = performance.now();
    const answer = await run();
    tell(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return answer;
  };
  try {
    await refuseWhatIsThere(client);
    await client.query(settings);
    const triggers = (verb, ...tables) =>
      client.query(tables.map((table) => `ALTER TABLE ${table} ${verb} TRIGGER USER`).join("; "));
    const back = await dropIndexes(client);
    // The rows come with the state that their steps lead to, and are counted when all are there.
    await triggers("DISABLE", "payment_term", "payment_event", "deal_row");
    const context = contextOf({ deals, seed });
    await timed("rows", () => writeAll(url, context));
    await triggers("ENABLE", "payment_term", "payment_event");
    await timed("indexes", () => inLanes(url, back.ofTheRest));
    await timed("foreign keys", () => inLanes(url, back.foreign));
    await client.query("ANALYZE");
    // It is vacuumed at the end, once, and not in competition with those who fill it.
    await client.query("ALTER TABLE deal_row SET (autovacuum_enabled = false)");
    const [now, past] = readModel;
    await timed("read model", async () => inLanes(url, await fillings(client, now, context)));
    await timed("its indexes", () => inLanes(url, back.ofRows));
    // By the key of the rows of today.
    await timed("the past", async () => inLanes(url, await fillings(client, past, context)));
    await client.query("ALTER TABLE deal_row RESET (autovacuum_enabled)");
    await triggers("ENABLE", "deal_row");
    await timed("kept totals", () =>
      client.query("SELECT rebuild_deal_tally(), rebuild_deal_total()"),
    );
    for (const table of [...readModel, "deal_tally", "deal_total"]) {
      await timed(`vacuum of ${table}`, () => client.query(`VACUUM ANALYZE ${table}`));
    }
  } finally {
    await client.end();
  }
}
