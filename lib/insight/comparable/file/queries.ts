import "server-only";
import * as z from "zod";
import type { Query } from "../../../catalogue/rules";
import { error, once, type Parsed, parseQuery } from "../../../catalogue/schema";
import type { Column } from "../../../exchange/column/rules";
import type { Exported } from "../../../exchange/queries";
import { schemaVersion } from "../../../exchange/schema";
import { ledgerNow, ledgerOf } from "../ledger/queries";
import { type Asked, parseComparables } from "../schema";

/** The columns of comparables.csv, in their order. A contract: new ones at the end. */
const columns: readonly Column[] = [
  ["schema_version", "word", `'${schemaVersion}'`],
  ["deal_id", "word", "slug"],
  ["deal_url", "address", "'/deals/' || slug"],
  ["deal_version", "count", "version"],
  ["title", "text", "title"],
  ["decision", "word", "CASE WHEN included THEN 'IN' ELSE 'OUT' END"],
  ["decided_by", "word", "CASE WHEN by_hand THEN 'HAND' ELSE 'RULE' END"],
  ["failed_criterion", "word", "criterion"],
  ["reason", "text", "reason"],
  ["type", "word", "type"],
  ["status", "word", "status"],
  ["announced_on", "date", "announced_on, announced_precision"],
  ["announced_precision", "word", "announced_precision"],
  ["corridor", "word", "corridor"],
  ["licensor_names", "texts", "giving_names"],
  ["licensee_names", "texts", "taking_names"],
  ["asset_names", "texts", "asset_names"],
  ["modalities", "words", "modalities"],
  ["stage_at_signing", "word", "stage"],
  ["upfront_disclosure", "word", "upfront_disclosure"],
  ["upfront_usd_min", "amount", "upfront_usd_min"],
  ["upfront_usd_max", "amount", "upfront_usd_max"],
  ["headline_disclosure", "word", "headline_disclosure"],
  ["headline_usd_min", "amount", "headline_usd_min"],
  ["headline_usd_max", "amount", "headline_usd_max"],
  ["fx_source", "text", "fx_source"],
  ["upfront_share_pct", "amount", "upfront_share_pct"],
  ["royalty_disclosure", "word", "royalty_disclosure"],
  ["royalty_min_pct", "amount", "royalty_min_pct"],
  ["royalty_max_pct", "amount", "royalty_max_pct"],
  ["royalty_wording", "text", "royalty_wording"],
  ["has_conflict", "flag", "has_conflict"],
  ["unverified", "flag", "unverified"],
];

type FileAsked = Asked | { set: string };

/** `set=` names a frozen one; without it the keys are those of the page. */
function parse({ set, ...query }: Query): Parsed<FileAsked> {
  if (set === undefined) return parseComparables(query);
  const { filter, problems } = parseQuery({ set: once(z.uuid({ error })) }, { ...query, set });
  return { filter: { set: filter.set ?? "" }, problems };
}

/** A set's ledger: those that are in, and those that are out. */
export const comparables: Exported<FileAsked> = {
  noun: "comparables",
  columns,
  parse,
  rows: (asked) => ("set" in asked ? ledgerOf(asked.set) : ledgerNow(asked)),
};
