import "server-only";
import type { MilestoneCategory, PaymentState, TermKind } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import { milestoneCondition, milestoneTables } from "../../catalogue/milestone/filter/queries";
import type { MilestoneFilter } from "../../catalogue/milestone/schema";
import type { Ctx } from "../../context";
import { AppError } from "../../errors";
import type { Amount, Disclosure } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";
import { sql } from "../../sql";

/** A payment with a day: the one it is expected on while it is open, else the one on which it came to its state. */
export type DatedPayment = {
  id: string;
  deal: { slug: string; title: string };
  kind: TermKind;
  category: MilestoneCategory | null;
  trigger: string | null;
  state: PaymentState;
  payer: string | null;
  payee: string | null;
  amount: Amount;
  /** As much of the day as is known: "2027-Q1", "2027-03". */
  on: string;
  first: string;
  last: string;
  changedAt: string;
};

type Row = Omit<DatedPayment, "amount" | "on"> & {
  precision: Precision;
  currency: string | null;
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
};

const most = 10_000;

/** The payments of a filter that have a day, in the order of their days. INVALID where they are too many. */
export async function datedPayments(ctx: Ctx, filter: MilestoneFilter): Promise<DatedPayment[]> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await sql<Row[]>`
    SELECT dated.*, period_end(first, precision) AS last FROM (
      SELECT t.id, jsonb_build_object('slug', d.slug, 'title', d.title) AS deal, t.kind, t.category,
        t.trigger, t.state, payer.name AS payer, payee.name AS payee,
        t.currency, trim_scale(t.min)::text AS min, trim_scale(t.max)::text AS max, t.disclosure,
        CASE WHEN t.state = 'CONTINGENT' THEN t.expected_on ELSE t.state_on END AS first,
        CASE WHEN t.state = 'CONTINGENT' THEN t.expected_precision ELSE t.state_precision END AS precision,
        to_char(t.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
      FROM ${milestoneTables()} WHERE ${milestoneCondition(filter)}
    ) AS dated
    WHERE first IS NOT NULL ORDER BY first, id LIMIT ${most + 1}`;
  if (rows.length > most) {
    throw new AppError("INVALID", "Choose {maximum} payments or fewer", {
      values: { maximum: most },
    });
  }
  return rows.map(({ precision, currency, min, max, disclosure, ...row }) => ({
    ...row,
    amount: { currency, min, max, disclosure },
    on: fromDay(row.first, precision),
  }));
}
