import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import {
  type Fragment,
  orderOf,
  readWindow,
  type SortColumn,
  toWindow,
  type Window,
  windowOf,
} from "../queries";
import { type DealListItem, inDollarsBy, type Row, toDealListItem } from "./dto";
import { filterConditions, joined, pickedConditions, searchConditions } from "./filter/queries";
import { moneyBy } from "./fx/queries";
import { dealsOn, isPast, termsOn } from "./past/queries";
import { type DealFilter, newestFirst, type Sort, type SortKey } from "./schema";

/** The rows that a filter lets through. Every value is a parameter. `match=any` joins by OR what is asked of a deal. */
export function dealCondition(filter: DealFilter): Fragment {
  const chosen = filterConditions(filter);
  const way = filter.match === "any" ? sql`OR` : sql`AND`;
  const parts = chosen.length > 0 ? [joined(chosen, way)] : [];
  return joined([...searchConditions(filter.q), ...pickedConditions(filter), ...parts], sql`AND`);
}

/** What a sort compares: an expression that has an index, and its type. */
const sortColumns: Record<SortKey, () => SortColumn> = {
  announced_on: () => ({ column: sql`announced_on`, type: sql`date`, nullable: false }),
  closed_on: () => ({ column: sql`closed_on`, type: sql`date`, nullable: true }),
  title: () => ({ column: sql`title_key`, type: sql`text`, nullable: false }),
  licensor: () => ({ column: sql`giving_key`, type: sql`text`, nullable: true }),
  licensee: () => ({ column: sql`taking_key`, type: sql`text`, nullable: true }),
  type: () => ({ column: sql`type`, type: sql`deal_type`, nullable: false }),
  status: () => ({ column: sql`status`, type: sql`deal_status`, nullable: false }),
  stage: () => ({ column: sql`stage`, type: sql`stage`, nullable: true }),
  corridor: () => ({ column: sql`corridor`, type: sql`text`, nullable: false }),
  upfront: () => ({ column: sql`upfront_usd`, type: sql`numeric`, nullable: true }),
  headline: () => ({ column: sql`headline_usd`, type: sql`numeric`, nullable: true }),
  paid: () => ({ column: sql`paid_usd`, type: sql`numeric`, nullable: true }),
  updated_at: () => ({ column: sql`updated_at`, type: sql`timestamptz`, nullable: false }),
};

export function dealOrder(sort: Sort): Fragment {
  return orderOf(sort.descending, sortColumns[sort.key](), sql`id`);
}

/** The part of a filter that says which rows: what every page of a list and its facets share. */
export function rowsOf({
  after: _a,
  place: _p,
  limit: _l,
  columns: _c,
  tab: _t,
  fx: _f,
  menus: _m,
  sort: _s,
  ...rows
}: DealFilter) {
  return rows;
}

const dollarSorts: readonly SortKey[] = ["upfront", "headline", "paid"];

/**
 * What a filter implies of the amount that the list is sorted by, said to the database, which can't know: that it is
 * not there, or that it was not said in dollars. So it does not read every other row to find that none is let through.
 */
function impliedOf({ match, currency, empty }: DealFilter, key: SortKey): Fragment {
  const { column } = sortColumns[key]();
  if (match === "any" || !dollarSorts.includes(key)) return sql``;
  if (key !== "paid" && empty?.some((name) => name === key)) return sql`AND ${column} IS NULL`;
  return currency && !currency.includes("USD") ? sql`AND currency <> 'USD'` : sql``;
}

/** What a row's past has of its own: no index has these in order as of a day. */
const changing: ReadonlySet<SortKey> = new Set([
  "closed_on",
  "status",
  "upfront",
  "headline",
  "paid",
]);

/** The rows of a page. Where all must be looked at to find them, they are found first, by their few narrow columns. */
function pageOf(
  { as_of: day }: DealFilter,
  key: SortKey,
  { where, order }: { where: Fragment; order: Fragment },
): Fragment {
  if (!isPast(day) || !changing.has(key)) return where;
  return sql`id IN (SELECT id FROM ${dealsOn(day)} WHERE ${where} ${order})`;
}

/** One page of the deals that a filter lets through, in its order. */
export async function listDeals(ctx: Ctx, filter: DealFilter): Promise<Window<DealListItem>> {
  authorize(ctx.actor, "catalogue.read");
  const sort = filter.sort ?? newestFirst;
  const limit = filter.limit ?? 50;
  const column = sortColumns[sort.key]();
  const window = windowOf(sort, filter.place, column, sql`id`);
  const where = sql`${dealCondition(filter)} ${impliedOf(filter, sort.key)}`;
  const rows = await readWindow(window, limit + 1, (beyond, count) => {
    const order = sql`ORDER BY ${window.order} LIMIT ${count}`;
    return sql<Row[]>`
      SELECT id, slug, title, type, status, announced_on, announced_precision, closed_on,
        closed_precision, (updated_at AT TIME ZONE 'UTC')::date AS updated_on, corridor, parties,
        modalities, targets, indications, stage, currency, upfront_min, upfront_max,
        upfront_disclosure, headline_min, headline_max, headline_disclosure, paid_to_date,
        has_conflict, unverified,
        (SELECT bool_or(min IS NULL) FROM ${termsOn(filter.as_of, sql`deal_row.id`)}
          WHERE state = 'PAID' AND kind <> 'HEADLINE') AS paid_withheld,
        (${column.column})::text AS sort_value
      FROM ${dealsOn(filter.as_of)}
      WHERE ${pageOf(filter, sort.key, { where: sql`${where} AND ${beyond}`, order })}
      ${order}`;
  });
  const page = toWindow(rows, limit, window, toDealListItem);
  const { fx = "original" } = filter;
  if (fx === "original") return page;
  const ids = page.items.map(({ id }) => id);
  const money = await moneyBy(ids, fx, filter.as_of);
  return { ...page, items: page.items.map((item) => inDollarsBy(item, money.get(item.id))) };
}
