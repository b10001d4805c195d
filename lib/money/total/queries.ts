import "server-only";
import { sql } from "../../sql";

/**
 * The bounds of a group of amounts of one currency, from its columns `min`, `max` and `disclosure`: what
 * `totalOf` of lib/money/rules says, counted by the database. tests/db/totals.test.ts holds them together.
 */
export function totalColumns() {
  const bounded = sql`(max IS NOT NULL OR disclosure IN ('NONE', 'NOT_RESEARCHED'))`;
  const ceiling = sql`CASE WHEN bool_and${bounded} THEN sum(max) END`;
  const researched = sql`count(*) FILTER (WHERE disclosure <> 'NOT_RESEARCHED')`;
  return sql`
    trim_scale(sum(min))::text AS min,
    trim_scale(${ceiling})::text AS max,
    total_disclosure(${researched}, count(*) FILTER (WHERE disclosure = 'NONE'), sum(min), ${ceiling},
      bool_and(disclosure IN ('EXACT', 'NONE', 'NOT_RESEARCHED'))) AS disclosure,
    count(*) FILTER (WHERE min IS NOT NULL OR max IS NOT NULL)::int AS disclosed,
    coalesce(nullif(${researched}, 0), count(*))::int AS of`;
}
