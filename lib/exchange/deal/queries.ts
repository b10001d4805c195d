import "server-only";
import { dealCondition, dealOrder } from "../../catalogue/deal/queries";
import { type DealFilter, newestFirst } from "../../catalogue/deal/schema";
import type { CsvFile } from "../queries";
import { schemaVersion } from "../schema";

/** A list of codes or addresses, none of which can start a formula; none is blank. */
const codes = (column: string) => `nullif(array_to_string(${column}, '|'), '')`;

/** The columns of deals.csv, in their order, and how each is read from the flat row. A contract: new ones at the end. */
const columns: readonly [string, string][] = [
  ["schema_version", `'${schemaVersion}'`],
  ["deal_id", "slug"],
  ["deal_url", "current_setting('kakehashi.origin') || '/deals/' || slug"],
  ["title", "csv_guard(title)"],
  ["type", "type"],
  ["structures", codes("structures")],
  ["status", "status"],
  ["announced_on", "csv_date(announced_on, announced_precision)"],
  ["announced_precision", "announced_precision"],
  ["closed_on", "csv_date(closed_on, closed_precision)"],
  ["closed_precision", "closed_precision"],
  ["ended_on", "csv_date(ended_on, ended_precision)"],
  ["ended_precision", "ended_precision"],
  ["corridor", "corridor"],
  ["licensor_ids", codes("giving_slugs")],
  ["licensor_names", "csv_list(giving_names)"],
  ["licensor_countries", codes("giving_countries")],
  ["licensee_ids", codes("taking_slugs")],
  ["licensee_names", "csv_list(taking_names)"],
  ["licensee_countries", codes("taking_countries")],
  ["other_parties", "csv_list(other_parties)"],
  ["asset_ids", codes("asset_slugs")],
  ["asset_names", "csv_list(asset_names)"],
  ["modalities", codes("modalities")],
  ["targets", "csv_list(targets)"],
  ["indications", "csv_list(indications)"],
  ["stage_at_signing", codes("stages")],
  ["territory_include", codes("territory_include")],
  ["territory_exclude", codes("territory_exclude")],
  ["territory_text", "csv_guard(territory_text)"],
  ["exclusivity", codes("exclusivity")],
  ["currency", "currency"],
  ["upfront_min", "trim_scale(upfront_min)"],
  ["upfront_max", "trim_scale(upfront_max)"],
  ["upfront_disclosure", "upfront_disclosure"],
  ["equity_min", "trim_scale(equity_min)"],
  ["equity_max", "trim_scale(equity_max)"],
  ["equity_disclosure", "equity_disclosure"],
  ["option_fee_min", "trim_scale(option_fee_min)"],
  ["option_fee_max", "trim_scale(option_fee_max)"],
  ["option_fee_disclosure", "option_fee_disclosure"],
  ["milestones_development_max", "trim_scale(milestones_development_max)"],
  ["milestones_regulatory_max", "trim_scale(milestones_regulatory_max)"],
  ["milestones_sales_max", "trim_scale(milestones_sales_max)"],
  ["milestones_total_min", "trim_scale(milestones_total_min)"],
  ["milestones_total_max", "trim_scale(milestones_total_max)"],
  ["milestones_disclosure", "milestones_disclosure"],
  ["headline_min", "trim_scale(headline_min)"],
  ["headline_max", "trim_scale(headline_max)"],
  ["headline_disclosure", "headline_disclosure"],
  ["headline_includes_royalties", "csv_flag(headline_includes_royalties)"],
  ["royalty_disclosure", "royalty_disclosure"],
  ["royalty_min_pct", "trim_scale(royalty_min_pct)"],
  ["royalty_max_pct", "trim_scale(royalty_max_pct)"],
  ["royalty_wording", "csv_guard(royalty_wording)"],
  ["upfront_share_pct", "trim_scale(upfront_share_pct)"],
  ["triggered_to_date", "trim_scale(triggered_to_date)"],
  ["paid_to_date", "trim_scale(paid_to_date)"],
  ["lapsed_to_date", "trim_scale(lapsed_to_date)"],
  ["fx_rate_usd", "NULL"],
  ["fx_date", "NULL"],
  ["fx_source", "NULL"],
  ["upfront_usd", "trim_scale(upfront_usd)"],
  ["headline_usd", "trim_scale(headline_usd)"],
  ["paid_usd", "trim_scale(paid_usd)"],
  ["related_deals", codes("related_deals")],
  ["source_count", "source_count"],
  ["primary_source_url", "csv_guard(primary_source_url)"],
  ["primary_source_date", "csv_date(primary_source_on, primary_source_precision)"],
  ["has_conflict", "csv_flag(has_conflict)"],
  ["summary", "csv_guard(summary)"],
  ["created_at", "csv_instant(created_at)"],
  ["updated_at", "csv_instant(updated_at)"],
  ["version", "version"],
];

/** The deals that a filter lets through, in its order, as deals.csv. */
export function dealsFile(filter: DealFilter): CsvFile {
  return {
    header: columns.map(([name]) => name),
    choose: (db) => db`
      INSERT INTO export_row (n, id)
      SELECT row_number() OVER (ORDER BY ${dealOrder(filter.sort ?? newestFirst)}), id
      FROM deal_row WHERE ${dealCondition(filter)}`,
    select: `SELECT ${columns.map(([, read]) => read).join(", ")}
      FROM export_row JOIN deal_row USING (id) ORDER BY n`,
  };
}
