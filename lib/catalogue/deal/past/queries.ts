import "server-only";
import { sql } from "../../../sql";
import type { Fragment } from "../../queries";

/** Whether a day is over: today, and no day at all, mean the catalogue as it stands. */
export function isPast(day: string | undefined): day is string {
  return day !== undefined && day < new Date().toISOString().slice(0, 10);
}

/** What a statement reads as `deal_row`, or under another name: the deals as they stand, or as they stood then. */
export function dealsOn(day: string | undefined, name = sql`deal_row`): Fragment {
  return isPast(day) ? sql`deal_row_on(${day}::date) AS ${name}` : sql`deal_row AS ${name}`;
}

/** Deals `d`, and each with its payments `t`. A payment's events up to `t.steps` had been by then. */
export function dealsAndTermsOn(day: string | undefined): Fragment {
  if (!isPast(day)) {
    return sql`(SELECT *, 2147483647 AS steps FROM payment_term) AS t JOIN deal_row AS d ON d.id = t.deal_id`;
  }
  return sql`${dealsOn(day, sql`d`)} CROSS JOIN LATERAL term_at(d.id, ${day}::date) AS t`;
}

/** The payments of a deal, as they stand or as they stood then. */
export function termsOn(day: string | undefined, dealId: Fragment): Fragment {
  if (isPast(day)) return sql`term_at(${dealId}, ${day}::date) AS term`;
  return sql`(SELECT * FROM payment_term WHERE deal_id = ${dealId}) AS term`;
}
