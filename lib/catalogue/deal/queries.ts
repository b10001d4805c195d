import "server-only";
import type postgres from "postgres";
import type { PendingQuery } from "postgres";
import * as z from "zod";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { decodeCursor, encodeCursor } from "../../cursor";
import { sql } from "../../sql";
import { type DealListItem, type Row, toDealListItem } from "./dto";
import { wordsOf } from "./rules";
import { type DealFilter, newestFirst, type Sort, type SortKey } from "./schema";

/** A piece of a statement, its values apart from its text. */
type Fragment = PendingQuery<postgres.Row[]>;

/** The rows that a filter lets through. Every value is a parameter. */
export function dealCondition(filter: DealFilter): Fragment {
  const parts = [sql`true`];
  const add = (part: Fragment) => parts.push(sql` AND ${part}`);
  for (const { word, pattern } of wordsOf(filter)) {
    add(sql`grams @> query_grams(${word}) AND search_text LIKE fold(${pattern})`);
  }
  if (filter.type)
    add(
      sql`(type = ANY (${filter.type}::deal_type[]) OR structures && ${filter.type}::deal_type[])`,
    );
  if (filter.status) add(sql`status = ANY (${filter.status}::deal_status[])`);
  if (filter.stage) add(sql`stages && ${filter.stage}::stage[]`);
  if (filter.modality) add(sql`modalities && ${filter.modality}::modality[]`);
  if (filter.indication) add(sql`indications && ${filter.indication}::text[]`);
  if (filter.target) add(sql`targets && ${filter.target}::text[]`);
  if (filter.company) add(sql`company_slugs && ${filter.company}::text[]`);
  if (filter.licensor) add(sql`giving_slugs && ${filter.licensor}::text[]`);
  if (filter.licensee) add(sql`taking_slugs && ${filter.licensee}::text[]`);
  if (filter.country) add(sql`countries && ${filter.country}::text[]`);
  if (filter.from) add(sql`giving_countries && ${filter.from}::text[]`);
  if (filter.to) add(sql`taking_countries && ${filter.to}::text[]`);
  if (filter.announced_from) add(sql`announced_on >= ${filter.announced_from}::date`);
  if (filter.announced_to) add(sql`announced_on <= ${filter.announced_to}::date`);
  if (filter.currency) add(sql`currency = ANY (${filter.currency}::text[])`);
  if (filter.disclosed?.includes("upfront"))
    add(sql`(upfront_min IS NOT NULL OR upfront_max IS NOT NULL)`);
  if (filter.disclosed?.includes("headline"))
    add(sql`(headline_min IS NOT NULL OR headline_max IS NOT NULL)`);
  if (filter.upfront_min) add(sql`upfront_usd >= ${filter.upfront_min}::numeric`);
  if (filter.upfront_max) add(sql`upfront_usd <= ${filter.upfront_max}::numeric`);
  if (filter.headline_min) add(sql`headline_usd >= ${filter.headline_min}::numeric`);
  if (filter.headline_max) add(sql`headline_usd <= ${filter.headline_max}::numeric`);
  if (filter.has_conflict !== undefined) add(sql`has_conflict = ${filter.has_conflict}`);
  return sql`${parts}`;
}

/** What a sort compares: an expression that has an index, and its type. */
const sortColumns: Record<SortKey, () => { column: Fragment; type: Fragment }> = {
  announced_on: () => ({ column: sql`announced_on`, type: sql`date` }),
  closed_on: () => ({ column: sql`closed_on`, type: sql`date` }),
  title: () => ({ column: sql`title`, type: sql`text` }),
  licensor: () => ({ column: sql`coalesce(giving_names[1], '')`, type: sql`text` }),
  licensee: () => ({ column: sql`coalesce(taking_names[1], '')`, type: sql`text` }),
  type: () => ({ column: sql`type`, type: sql`deal_type` }),
  status: () => ({ column: sql`status`, type: sql`deal_status` }),
  stage: () => ({ column: sql`stage`, type: sql`stage` }),
  corridor: () => ({ column: sql`corridor`, type: sql`text` }),
  upfront: () => ({ column: sql`upfront_usd`, type: sql`numeric` }),
  headline: () => ({ column: sql`headline_usd`, type: sql`numeric` }),
  paid: () => ({ column: sql`paid_usd`, type: sql`numeric` }),
  updated_at: () => ({ column: sql`updated_at`, type: sql`timestamptz` }),
};

const neverNull: ReadonlySet<SortKey> = new Set([
  "announced_on",
  "title",
  "licensor",
  "licensee",
  "type",
  "status",
  "corridor",
  "updated_at",
]);

/** The order of a list; the id makes it total. `turned` reads the list from its end. */
export function dealOrder({ key, descending }: Sort, turned = false): Fragment {
  const { column } = sortColumns[key]();
  const down = descending !== turned;
  const way = down ? sql`DESC` : sql`ASC`;
  if (neverNull.has(key)) return sql`${column} ${way}, id ${way}`;
  return sql`${column} ${way} ${turned ? sql`NULLS FIRST` : sql`NULLS LAST`}, id ${way}`;
}

const place = z.tuple([z.enum(["next", "previous"]), z.string().nullable(), z.uuid()]);

/** Rows after a place in the direction of reading. Unknown values come last in the list. */
function beyond({ key, descending }: Sort, after: z.output<typeof place>): Fragment {
  const [way, value, id] = after;
  const turned = way === "previous";
  const { column, type } = sortColumns[key]();
  const sign = descending !== turned ? sql`<` : sql`>`;
  if (value === null) {
    const inNulls = sql`${column} IS NULL AND id ${sign} ${id}::uuid`;
    return turned ? sql`((${inNulls}) OR ${column} IS NOT NULL)` : sql`(${inNulls})`;
  }
  const row = sql`(${column}, id) ${sign} (${value}::text::${type}, ${id}::uuid)`;
  if (neverNull.has(key) || turned) return row;
  return sql`(${row} OR ${column} IS NULL)`;
}

export type DealList = {
  items: DealListItem[];
  next: string | null;
  previous: string | null;
  /** Exact. */
  total: number;
};

/** One page of the deals that a filter lets through, in its order, with how many there are in all. */
export async function listDeals(ctx: Ctx, filter: DealFilter): Promise<DealList> {
  authorize(ctx.actor, "catalogue.read");
  const sort = filter.sort ?? newestFirst;
  const limit = filter.limit ?? 50;
  const after = filter.after ? decodeCursor(place, filter.after) : null;
  const where = dealCondition(filter);
  const turned = after?.[0] === "previous";
  const { column } = sortColumns[sort.key]();
  const [rows, [count]] = await Promise.all([
    sql<Row[]>`
      SELECT id, slug, title, type, status, announced_on, announced_precision, corridor, parties,
        modalities, targets, indications, stage, currency, upfront_min, upfront_max,
        upfront_disclosure, headline_min, headline_max, headline_disclosure, paid_to_date,
        has_conflict, unverified, (${column})::text AS sort_value
      FROM deal_row
      WHERE ${where} ${after ? sql`AND ${beyond(sort, after)}` : sql``}
      ORDER BY ${dealOrder(sort, turned)} LIMIT ${limit + 1}`,
    sql<{ total: number }[]>`SELECT count(*)::int AS total FROM deal_row WHERE ${where}`,
  ]);
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (turned) shown.reverse();
  const cursor = (way: "next" | "previous", row: Row | undefined) =>
    row ? encodeCursor([way, row.sort_value, row.id]) : null;
  return {
    items: shown.map(toDealListItem),
    next: turned || more ? cursor("next", shown.at(-1)) : null,
    previous: (turned ? more : after !== null) ? cursor("previous", shown[0]) : null,
    total: count?.total ?? 0,
  };
}

export type Facets = Record<
  "type" | "status" | "stage" | "from" | "to",
  { value: string; count: number }[]
>;

/** How many deals each value of a filter would leave, given the other filters. */
export async function countDealFacets(ctx: Ctx, filter: DealFilter): Promise<Facets> {
  authorize(ctx.actor, "catalogue.read");
  const others = (key: keyof Facets) => dealCondition({ ...filter, [key]: undefined });
  const count = (value: Fragment, from: Fragment, key: keyof Facets) => sql<
    { value: string; count: number }[]
  >`SELECT ${value} AS value, count(DISTINCT id)::int AS count FROM deal_row ${from}
    WHERE ${others(key)} AND ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 40`;
  const [type, status, stage, from, to] = await Promise.all([
    count(sql`type::text`, sql``, "type"),
    count(sql`status::text`, sql``, "status"),
    count(sql`one_stage::text`, sql`CROSS JOIN LATERAL unnest(stages) AS one_stage`, "stage"),
    count(
      sql`one_country`,
      sql`CROSS JOIN LATERAL unnest(giving_countries) AS one_country`,
      "from",
    ),
    count(sql`one_country`, sql`CROSS JOIN LATERAL unnest(taking_countries) AS one_country`, "to"),
  ]);
  return { type: [...type], status: [...status], stage: [...stage], from: [...from], to: [...to] };
}
