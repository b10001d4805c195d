import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** A table of the read model may have generated columns besides, which the view that defines it does not give. */
const COLUMNS = `
  SELECT left(table_name, -7) AS of_table, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name IN ('deal_row_source', 'deal_row_past_source') GROUP BY 1`;

/** Deals of which a table has other rows than the view that defines it. */
const different = (relations) => `
  SELECT count(DISTINCT id)::int AS count FROM (
    ${relations
      .flatMap(({ of_table: table, columns }) =>
        [
          [table, `${table}_source`],
          [`${table}_source`, table],
        ].map(
          ([one, other]) =>
            `SELECT id FROM (SELECT ${columns} FROM ${one} EXCEPT ALL SELECT ${columns} FROM ${other}) AS lacking`,
        ),
      )
      .join(" UNION ALL ")}) AS differing`;

/** Pairs of facet values whose differences don't add up to what the rows hold. */
const MISCOUNTED = `
  SELECT count(*)::int AS count FROM (
    SELECT a, b FROM (
      SELECT a, b, n FROM deal_tally UNION ALL SELECT a, b, -n FROM deal_tally_source
    ) AS both_sides GROUP BY a, b HAVING sum(n) <> 0
  ) AS differing`;

/** Groups of deals of which any of the kept totals differs from what the rows hold. */
const MISADDED = `
  SELECT count(*)::int AS count FROM (
    SELECT year, giving, taking, types, stages FROM (
      SELECT 1 AS sign, t.* FROM deal_total t UNION ALL SELECT -1, s.* FROM deal_total_source s
    ) AS both_sides GROUP BY 1, 2, 3, 4, 5
    HAVING sum(sign * deals) <> 0 OR sum(sign * (conflicts + unverified)) <> 0
      OR sum(sign * (headline_min + headline_max + upfront_min + upfront_max + paid)) <> 0
      OR sum(sign * (headline_floors + headline_open + headline_disclosed + headline_unrated
        + headline_researched + headline_denied + headline_loose)) <> 0
      OR sum(sign * (upfront_floors + upfront_open + upfront_disclosed + upfront_unrated
        + upfront_researched + upfront_denied + upfront_loose + paid_disclosed)) <> 0
  ) AS differing`;

const REFRESH = `
  SELECT refresh_deal_rows(ARRAY(SELECT id FROM deal UNION SELECT id FROM deal_row))`;

async function count(client, sql) {
  const { rows } = await client.query(sql);
  return rows[0].count;
}

/** What the rules find in every deal, which rooms in TypeScript tell. */
async function rebuildWarnings(url, keep) {
  const { typescript } = await import("./lib/run.mjs");
  const args = keep ? ["--write"] : [];
  return (await typescript("scripts/rebuild-warnings.ts", args, { env: { DATABASE_URL: url } }))
    .code;
}

/**
 * `npm run db:rebuild` makes the read model, its tally, its totals and the kept warnings again and tells what that
 * changed: nothing, as long as every write kept them in step. A change is rolled back and is a failure; `--write`
 * keeps it.
 */
main(async () => {
  await prepare();
  const { openDatabase, withClient } = await import("./lib/database.mjs");
  const { setDefaults } = await import("./lib/environment.mjs");
  setDefaults({ port: 3000 });
  const { url, ownerUrl } = await openDatabase();
  const keep = process.argv.includes("--write");
  const code = await withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    const { rows } = await client.query(COLUMNS);
    const differing = different(rows);
    const before = await count(client, differing);
    const miscounted = await count(client, MISCOUNTED);
    const misadded = await count(client, MISADDED);
    await client.query(REFRESH);
    const after = await count(client, differing);
    // The refresh goes by the triggers that keep the tally and the totals: it must not have moved what they add up to.
    const moved = await count(client, MISCOUNTED);
    const shifted = await count(client, MISADDED);
    await client.query("SELECT rebuild_deal_tally(), rebuild_deal_total()");
    const total = await count(client, "SELECT count(*)::int AS count FROM deal_row");
    await client.query(keep ? "COMMIT" : "ROLLBACK");
    console.log(`${total} rows: ${before} differed before the rebuild, ${after} after it`);
    console.log(`Tally: ${miscounted} pairs were miscounted before the rebuild, ${moved} after it`);
    console.log(`Totals: ${misadded} groups were wrong before the rebuild, ${shifted} after it`);
    if (before + after + miscounted + moved + misadded + shifted === 0) return 0;
    console.log(
      keep
        ? "The rebuilt rows were kept"
        : "Nothing was kept; npm run db:rebuild -- --write keeps it",
    );
    return keep && after === 0 ? 0 : 1;
  });
  return Math.max(code, await rebuildWarnings(url, keep));
});
