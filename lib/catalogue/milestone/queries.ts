import "server-only";
import type {
  Disclosure,
  MilestoneCategory,
  PaymentState,
  TermKind,
} from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { noRate, rateBy } from "../../fx/queries";
import { shownBy } from "../../fx/rules";
import type { FxPolicy } from "../../fx/schema";
import type { Amount } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";
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
import { wordsOf } from "../rules";
import { holds } from "../search/queries";
import { lastMoved, type MilestoneFilter } from "./schema";

/** What the lists of payments read: every term of a deal that is not withdrawn, but the HEADLINE, which is no payment. */
export const milestoneTables = () => sql`
  payment_term AS t
  JOIN deal_row AS d ON d.id = t.deal_id
  LEFT JOIN company AS payer ON payer.id = t.payer_id
  LEFT JOIN company AS payee ON payee.id = t.payee_id`;

export function milestoneCondition(filter: MilestoneFilter): Fragment {
  const parts = [sql`t.kind <> 'HEADLINE'`];
  const add = (part: Fragment) => parts.push(sql` AND ${part}`);
  for (const word of wordsOf(filter.q)) {
    add(sql`(${holds(sql`d.words`, word)}
      OR strpos(fold(t.trigger), fold(${word})) > 0)`);
  }
  if (filter.company) add(ofCompany(filter.company));
  if (filter.deal) add(sql`d.slug = ANY (${filter.deal}::text[])`);
  if (filter.state) add(sql`t.state = ANY (${filter.state}::payment_state[])`);
  if (filter.kind) add(sql`t.kind = ANY (${filter.kind}::term_kind[])`);
  if (filter.category) add(sql`t.category = ANY (${filter.category}::milestone_category[])`);
  if (filter.due_from) {
    add(sql`period_end(t.expected_on, t.expected_precision) >= ${filter.due_from}::date`);
  }
  if (filter.due_to) add(sql`t.expected_on <= ${filter.due_to}::date`);
  if (filter.currency) add(sql`t.currency = ANY (${filter.currency}::char(3)[])`);
  return sql`${parts}`;
}

/** Who pays or is paid; of a payment that does not say both, every company of its deal. */
function ofCompany(slugs: string[]): Fragment {
  return sql`(payer.slug = ANY (${slugs}::text[]) OR payee.slug = ANY (${slugs}::text[])
    OR ((t.payer_id IS NULL OR t.payee_id IS NULL) AND d.company_slugs && ${slugs}::text[]))`;
}

type SortKey = NonNullable<MilestoneFilter["sort"]>["key"];

const sortColumns: Record<SortKey, () => SortColumn> = {
  moved: () => ({ column: sql`t.state_on`, type: sql`date`, nullable: true }),
  due: () => ({ column: sql`t.expected_on`, type: sql`date`, nullable: true }),
  deal: () => ({ column: sql`d.title_key`, type: sql`text`, nullable: false }),
  state: () => ({ column: sql`t.state`, type: sql`payment_state`, nullable: false }),
  kind: () => ({ column: sql`t.kind`, type: sql`term_kind`, nullable: false }),
};

export function milestoneOrder({ sort = lastMoved }: MilestoneFilter): Fragment {
  return orderOf(sort.descending, sortColumns[sort.key](), sql`t.id`);
}

/** What one currency's payments add up to; an upper bound only where each of them has one. */
export type MilestoneTotal = { amount: Amount; disclosed: number };
export type MilestoneTotals = {
  disclosed: number;
  of: number;
  currencies: MilestoneTotal[];
  /** Of those with an amount, how many have no rate and stay in their own currency. */
  unrated: number;
};

/** The rate by which each payment is shown, as the row `fx`; none where it is shown as it was said. */
function joinedRate({ fx = "original" }: MilestoneFilter): Fragment {
  if (fx === "original") return sql`CROSS JOIN ${noRate()} AS fx`;
  const rate = rateBy(fx, {
    currency: sql`t.currency`,
    announced: sql`d.announced_on`,
    announcedPrecision: sql`d.announced_precision`,
    state: sql`t.state`,
    stateOn: sql`t.state_on`,
    statePrecision: sql`t.state_precision`,
  });
  return sql`LEFT JOIN LATERAL ${rate} AS fx ON true`;
}

type TotalRow = {
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosed: number;
  of: number;
  rated: number;
};

/**
 * What the payments of a filter add up to, currency by currency. What draws on a pool is part of it and left
 * out, and so is what was not researched; what is undisclosed is counted and never 0.
 */
export async function totalMilestones(ctx: Ctx, filter: MilestoneFilter): Promise<MilestoneTotals> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await sql<TotalRow[]>`
    SELECT CASE WHEN fx.rate IS NULL THEN t.currency ELSE 'USD' END AS currency,
      trim_scale(round(sum(t.min * coalesce(fx.rate, 1)), 4))::text AS min,
      CASE WHEN bool_and(t.max IS NOT NULL)
        THEN trim_scale(round(sum(t.max * coalesce(fx.rate, 1)), 4))::text END AS max,
      count(coalesce(t.min, t.max))::int AS disclosed, count(*)::int AS of,
      count(coalesce(t.min, t.max)) FILTER (WHERE fx.rate IS NOT NULL)::int AS rated
    FROM ${milestoneTables()} ${joinedRate(filter)}
    WHERE ${milestoneCondition(filter)} AND t.pool_id IS NULL AND t.disclosure <> 'NOT_RESEARCHED'
    GROUP BY 1 ORDER BY 4 DESC, 1`;
  const sum = (count: (row: TotalRow) => number) => rows.reduce((all, row) => all + count(row), 0);
  return {
    disclosed: sum((row) => row.disclosed),
    of: sum((row) => row.of),
    unrated: (filter.fx ?? "original") === "original" ? 0 : sum((row) => row.disclosed - row.rated),
    currencies: rows
      .filter((row) => row.disclosed > 0)
      .map(({ currency, min, max, disclosed }) => ({
        amount: { currency, min, max, disclosure: boundsOf(min, max) },
        disclosed,
      })),
  };
}

function boundsOf(min: string | null, max: string | null): Disclosure {
  if (min === null) return "UP_TO";
  if (max === null) return "AT_LEAST";
  return min === max ? "EXACT" : "RANGE";
}

type Row = {
  id: string;
  deal_slug: string;
  deal_title: string;
  kind: TermKind;
  category: MilestoneCategory | null;
  trigger: string | null;
  payer_slug: string | null;
  payer_name: string | null;
  payee_slug: string | null;
  payee_name: string | null;
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
  in_pool: boolean;
  state: PaymentState;
  state_on: string | null;
  state_precision: Precision | null;
  expected_on: string | null;
  expected_precision: Precision | null;
  fx_rate: string | null;
  fx_on: string | null;
  fx_source: string | null;
  sort_value: string | null;
};

function toItem(row: Row, policy: FxPolicy) {
  const { currency, min, max, disclosure } = row;
  const amount: Amount = { currency, min: tidy(min), max: tidy(max), disclosure };
  const date = (day: string | null, precision: Precision | null) =>
    day && precision ? fromDay(day, precision) : null;
  const { fx_rate: rate, fx_on: on, fx_source: source } = row;
  const used = rate !== null && currency !== null ? { currency, rate, on, source } : null;
  return {
    ...row,
    ...(policy === "original" ? { amount, fx: null } : shownBy(amount, used)),
    stateOn: date(row.state_on, row.state_precision),
    expectedOn: date(row.expected_on, row.expected_precision),
  };
}

/** Plain decimal text without the zeros that numeric(20,4) pads. */
function tidy(bound: string | null): string | null {
  return bound?.includes(".") ? bound.replace(/\.?0+$/, "") : bound;
}

export type MilestoneListItem = ReturnType<typeof toItem>;

/** One page of payments, with how many there are in all. */
export async function listMilestones(
  ctx: Ctx,
  filter: MilestoneFilter,
): Promise<Window<MilestoneListItem> & { total: number }> {
  authorize(ctx.actor, "catalogue.read");
  const { limit = 50, sort = lastMoved } = filter;
  const by = sortColumns[sort.key]();
  const window = windowOf(sort, filter.place, by, sql`t.id`);
  const where = milestoneCondition(filter);
  const [rows, [count]] = await Promise.all([
    readWindow(
      window,
      limit + 1,
      (beyond, count) => sql<Row[]>`
      SELECT t.id, d.slug AS deal_slug, d.title AS deal_title, t.kind, t.category, t.trigger,
        payer.slug AS payer_slug, payer.name AS payer_name,
        payee.slug AS payee_slug, payee.name AS payee_name,
        t.currency, t.min, t.max, t.disclosure, t.pool_id IS NOT NULL AS in_pool,
        t.state, t.state_on, t.state_precision, t.expected_on, t.expected_precision,
        trim_scale(fx.rate)::text AS fx_rate, fx."on" AS fx_on, fx.source AS fx_source,
        (${by.column})::text AS sort_value
      FROM ${milestoneTables()} ${joinedRate(filter)}
      WHERE ${where} AND ${beyond}
      ORDER BY ${window.order} LIMIT ${count}`,
    ),
    sql<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ${milestoneTables()} WHERE ${where}`,
  ]);
  const item = (row: Row) => toItem(row, filter.fx ?? "original");
  return { ...toWindow(rows, limit, window, item), total: count?.total ?? 0 };
}
