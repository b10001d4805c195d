import "server-only";
import type {
  Disclosure,
  MilestoneCategory,
  PaymentState,
  TermKind,
} from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
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
import { joinedRate, milestoneCondition, milestoneTables } from "./filter/queries";
import { lastMoved, type MilestoneFilter } from "./schema";

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
