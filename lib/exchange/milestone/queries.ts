import "server-only";
import {
  milestoneCondition,
  milestoneOrder,
  milestoneTables,
} from "../../catalogue/milestone/queries";
import type { MilestoneFilter } from "../../catalogue/milestone/schema";
import type { CsvFile } from "../queries";
import { schemaVersion } from "../schema";

/** The columns of milestones.csv, in their order. A contract: new ones at the end. */
const columns: readonly [string, string][] = [
  ["schema_version", `'${schemaVersion}'`],
  ["term_id", "t.id"],
  ["deal_id", "d.slug"],
  ["deal_title", "csv_guard(d.title)"],
  ["kind", "t.kind"],
  ["category", "t.category"],
  ["payer_id", "payer.slug"],
  ["payer_name", "csv_guard(payer.name)"],
  ["payee_id", "payee.slug"],
  ["payee_name", "csv_guard(payee.name)"],
  ["trigger", "csv_guard(t.trigger)"],
  ["region", "t.region"],
  ["threshold_amount", "trim_scale(t.threshold_amount)"],
  ["threshold_currency", "t.threshold_currency"],
  ["currency", "t.currency"],
  ["amount_min", "trim_scale(t.min)"],
  ["amount_max", "trim_scale(t.max)"],
  ["disclosure", "t.disclosure"],
  ["wording", "csv_guard(t.wording)"],
  ["in_headline", "csv_flag(t.in_headline)"],
  ["pool_id", "t.pool_id"],
  ["state", "t.state"],
  ["state_on", "csv_date(t.state_on, t.state_precision)"],
  ["state_precision", "t.state_precision"],
  ["expected_on", "csv_date(t.expected_on, t.expected_precision)"],
  ["expected_precision", "t.expected_precision"],
  ["triggered_on", `csv_date(triggered."on", triggered.on_precision)`],
  ["triggered_precision", "triggered.on_precision"],
  ["paid_on", `csv_date(paid."on", paid.on_precision)`],
  ["paid_precision", "paid.on_precision"],
  ["actual_amount", "trim_scale(actual.actual_amount)"],
  ["actual_currency", "actual.actual_currency"],
  ["fx_rate_usd", "NULL"],
  ["fx_date", "NULL"],
  ["amount_max_usd", "CASE WHEN t.currency = 'USD' THEN trim_scale(t.max) END"],
  [
    "actual_usd",
    "CASE WHEN actual.actual_currency = 'USD' THEN trim_scale(actual.actual_amount) END",
  ],
  ["source_url", "csv_guard(source.url)"],
  ["updated_at", "csv_instant(t.updated_at)"],
  ["version", "d.version"],
];

const step = (state: string) => `(
  SELECT "on", on_precision FROM payment_event
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

/** The payments that a filter lets through, in its order, as milestones.csv. */
export function milestonesFile(filter: MilestoneFilter): CsvFile {
  return {
    header: columns.map(([name]) => name),
    choose: (db) => db`
      INSERT INTO export_row (n, id)
      SELECT row_number() OVER (ORDER BY ${milestoneOrder(filter)}), t.id
      FROM ${milestoneTables()} WHERE ${milestoneCondition(filter)}`,
    select: `SELECT ${columns.map(([, read]) => read).join(", ")}
      FROM export_row JOIN payment_term AS t USING (id)
      JOIN deal_row AS d ON d.id = t.deal_id
      LEFT JOIN company AS payer ON payer.id = t.payer_id
      LEFT JOIN company AS payee ON payee.id = t.payee_id
      LEFT JOIN LATERAL ${step("TRIGGERED")} AS triggered ON true
      LEFT JOIN LATERAL ${step("PAID")} AS paid ON true
      LEFT JOIN LATERAL ${actual} AS actual ON true
      LEFT JOIN LATERAL ${source} AS source ON true
      ORDER BY n`,
  };
}
