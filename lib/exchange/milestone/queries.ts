import "server-only";
import { milestoneCondition, milestoneTables } from "../../catalogue/milestone/filter/queries";
import { listMilestones, milestoneOrder } from "../../catalogue/milestone/queries";
import { type MilestoneFilter, parseMilestoneFilter } from "../../catalogue/milestone/schema";
import { sql } from "../../sql";
import type { Column } from "../column/rules";
import type { Listed } from "../queries";
import { schemaVersion } from "../schema";

/** The columns of milestones.csv, in their order. A contract: new ones at the end. */
const columns: readonly Column[] = [
  ["schema_version", "word", `'${schemaVersion}'`],
  ["term_id", "word", "t.id"],
  ["deal_id", "word", "d.slug"],
  ["deal_title", "text", "d.title"],
  ["kind", "word", "t.kind"],
  ["category", "word", "t.category"],
  ["payer_id", "word", "payer.slug"],
  ["payer_name", "text", "payer.name"],
  ["payee_id", "word", "payee.slug"],
  ["payee_name", "text", "payee.name"],
  ["trigger", "text", "t.trigger"],
  ["region", "word", "t.region"],
  ["threshold_amount", "amount", "t.threshold_amount"],
  ["threshold_currency", "word", "t.threshold_currency"],
  ["currency", "word", "t.currency"],
  ["amount_min", "amount", "t.min"],
  ["amount_max", "amount", "t.max"],
  ["disclosure", "word", "t.disclosure"],
  ["wording", "text", "t.wording"],
  ["in_headline", "flag", "t.in_headline"],
  ["pool_id", "word", "t.pool_id"],
  ["state", "word", "t.state"],
  ["state_on", "date", "t.state_on, t.state_precision"],
  ["state_precision", "word", "t.state_precision"],
  ["expected_on", "date", "t.expected_on, t.expected_precision"],
  ["expected_precision", "word", "t.expected_precision"],
  ["triggered_on", "date", `triggered."on", triggered.on_precision`],
  ["triggered_precision", "word", "triggered.on_precision"],
  ["paid_on", "date", `paid."on", paid.on_precision`],
  ["paid_precision", "word", "paid.on_precision"],
  ["actual_amount", "amount", "actual.actual_amount"],
  ["actual_currency", "word", "actual.actual_currency"],
  ["fx_rate_usd", "amount", "CASE WHEN t.currency <> 'USD' THEN fx.rate END"],
  ["fx_date", "date", `fx."on", 'DAY'`],
  ["amount_max_usd", "amount", "round(t.max * fx.rate, 4)"],
  ["actual_usd", "amount", "round(actual.actual_amount * paid_fx.rate, 4)"],
  ["source_url", "text", "source.url"],
  ["updated_at", "instant", "t.updated_at"],
  ["version", "count", "d.version"],
];

const step = (state: string) => `(
  SELECT "on", on_precision FROM standing_payment_event
  WHERE term_id = t.id AND to_state = '${state}' ORDER BY seq DESC LIMIT 1)`;

const actual = `(
  SELECT actual_amount, actual_currency FROM payment_event
  WHERE term_id = t.id AND actual_amount IS NOT NULL ORDER BY seq DESC LIMIT 1)`;

/** The term's own claim's source, else its last step's. */
const source = `(
  SELECT url FROM (
    SELECT s.url, 0 AS rank, c.position FROM claim c JOIN source s ON s.id = c.source_id
    WHERE c.entity = 'DEAL' AND c.entity_id = t.deal_id AND c.field = 'terms.' || t.id
      AND c.status = 'ACCEPTED'
    UNION ALL
    SELECT s.url, 1, -e.seq FROM payment_event e JOIN source s ON s.id = e.source_id
    WHERE e.term_id = t.id) AS known
  WHERE url IS NOT NULL ORDER BY rank, position LIMIT 1)`;

const known = (day: string, precision: string) => `CASE WHEN ${precision} = 'DAY' THEN ${day} END`;

/** What was promised goes by the announcement's rate, what arrived by that of the day of its payment. */
const rates = `
  LEFT JOIN LATERAL fx_in_usd(t.currency, ${known("d.announced_on", "d.announced_precision")}) AS fx
    ON true
  LEFT JOIN LATERAL fx_in_usd(actual.actual_currency, ${known("t.state_on", "t.state_precision")})
    AS paid_fx ON true`;

const beside = `
  LEFT JOIN LATERAL ${step("TRIGGERED")} AS triggered ON true
  LEFT JOIN LATERAL ${step("PAID")} AS paid ON true
  LEFT JOIN LATERAL ${actual} AS actual ON true
  LEFT JOIN LATERAL ${source} AS source ON true
  ${rates}`;

/** Payments with what is known of their steps. */
export const milestoneRows = () => sql`${milestoneTables()} ${sql.unsafe(beside)}`;

/** The payments that a filter lets through, in its order. */
export const milestones: Listed<MilestoneFilter> = {
  noun: "milestones",
  columns,
  parse: parseMilestoneFilter,
  rows: (filter) => ({
    from: sql`FROM ${milestoneRows()}
      WHERE ${milestoneCondition(filter)}`,
    order: milestoneOrder(filter),
  }),
  list: listMilestones,
  these: (ids) => sql`FROM ${milestoneTables()} ${sql.unsafe(beside)}
    WHERE t.id = ANY (${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], t.id)`,
};
