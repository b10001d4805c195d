import "server-only";
import { companyCondition, companyOrder, listCompanies } from "../../catalogue/company/queries";
import { type CompanyFilter, parseCompanyFilter } from "../../catalogue/company/schema";
import { sql } from "../../sql";
import type { Column } from "../column/rules";
import type { Listed } from "../queries";
import { schemaVersion } from "../schema";

/** One list a name, of the rows that its condition lets through, in the order in which they stand. */
const lists = (value: string, by: Record<string, string>) =>
  Object.entries(by)
    .map(
      ([name, rows]) => `array_agg(${value} ORDER BY position) FILTER (WHERE ${rows}) AS ${name}`,
    )
    .join(", ");

const names = `(
  SELECT ${lists("name", {
    native_name: "kind = 'NATIVE'",
    aliases: "kind = 'ALIAS'",
    former_names: "kind = 'FORMER'",
  })}
  FROM company_name WHERE company_id = company.id)`;

const identifiers = `(
  SELECT ${lists("value", {
    tickers: "scheme = 'TICKER'",
    lei: "scheme = 'LEI'",
    isin: "scheme = 'ISIN'",
    wikidata: "scheme = 'WIKIDATA'",
  })}
  FROM company_identifier WHERE company_id = company.id)`;

/** The columns of companies.csv, in their order. A contract: new ones at the end. */
const columns: readonly Column[] = [
  ["schema_version", "word", `'${schemaVersion}'`],
  ["company_id", "word", "company.slug"],
  ["company_url", "address", "'/companies/' || company.slug"],
  ["name", "text", "company.name"],
  ["native_name", "texts", "n.native_name"],
  ["aliases", "texts", "n.aliases"],
  ["former_names", "texts", "n.former_names"],
  ["kind", "word", "company.kind"],
  ["country", "word", "company.country"],
  ["city", "text", "company.city"],
  ["parent_id", "word", "parent.slug"],
  ["parent_name", "text", "parent.name"],
  ["tickers", "texts", "i.tickers"],
  ["lei", "texts", "i.lei"],
  ["isin", "texts", "i.isin"],
  ["wikidata", "texts", "i.wikidata"],
  ["website", "text", "company.website"],
  ["founded_year", "count", "company.founded_year"],
  ["deals_total", "count", "d.deals_total"],
  ["deals_as_licensor", "count", "d.deals_as_licensor"],
  ["deals_as_licensee", "count", "d.deals_as_licensee"],
  ["first_deal_on", "date", "d.first_deal_on, d.first_deal_precision"],
  ["last_deal_on", "date", "d.last_deal_on, d.last_deal_precision"],
  ["upfront_received_usd_min", "amount", "m.received"],
  ["upfront_paid_usd_min", "amount", "m.paid"],
  ["deals_with_disclosed_upfront", "count", "d.deals_with_disclosed_upfront"],
  ["created_at", "instant", "company.created_at"],
  ["updated_at", "instant", "company.updated_at"],
  ["version", "count", "company.version"],
];

const dealings = `(
  SELECT count(*) AS deals_total,
    count(*) FILTER (WHERE company.slug = ANY (giving_slugs)) AS deals_as_licensor,
    count(*) FILTER (WHERE company.slug = ANY (taking_slugs)) AS deals_as_licensee,
    (array_agg(announced_on ORDER BY announced_on))[1] AS first_deal_on,
    (array_agg(announced_precision ORDER BY announced_on))[1] AS first_deal_precision,
    (array_agg(announced_on ORDER BY announced_on DESC))[1] AS last_deal_on,
    (array_agg(announced_precision ORDER BY announced_on DESC))[1] AS last_deal_precision,
    count(*) FILTER (WHERE upfront_min IS NOT NULL OR upfront_max IS NOT NULL)
      AS deals_with_disclosed_upfront
  FROM deal_row WHERE company_slugs @> ARRAY[company.slug])`;

/** Lower bounds of what it was promised and promised upfront, in dollars by the rates of the announcements. */
const upfronts = `(
  SELECT round(sum(t.min * fx.rate) FILTER (WHERE t.payee_id = company.id), 4) AS received,
    round(sum(t.min * fx.rate) FILTER (WHERE t.payer_id = company.id), 4) AS paid
  FROM payment_term t
  JOIN deal_row ON deal_row.id = t.deal_id
  CROSS JOIN LATERAL fx_in_usd(t.currency,
    CASE WHEN deal_row.announced_precision = 'DAY' THEN deal_row.announced_on END) AS fx
  WHERE (t.payee_id = company.id OR t.payer_id = company.id)
    AND t.kind IN ('UPFRONT', 'PURCHASE_PRICE') AND t.state <> 'SUPERSEDED')`;

const beside = `
  LEFT JOIN company AS parent ON parent.id = company.parent_id
  CROSS JOIN LATERAL ${names} AS n CROSS JOIN LATERAL ${identifiers} AS i
  CROSS JOIN LATERAL ${dealings} AS d CROSS JOIN LATERAL ${upfronts} AS m`;

/** Companies with what is counted of each. */
export const companyTables = () => sql`company ${sql.unsafe(beside)}`;

/** The companies that a filter lets through, in its order. */
export const companies: Listed<CompanyFilter> = {
  noun: "companies",
  columns,
  parse: parseCompanyFilter,
  rows: (filter) => ({
    from: sql`FROM ${companyTables()} WHERE ${companyCondition(filter)}`,
    order: companyOrder(filter),
  }),
  list: listCompanies,
  these: (ids) => sql`FROM company ${sql.unsafe(beside)} WHERE company.id = ANY (${ids}::uuid[])
    ORDER BY array_position(${ids}::uuid[], company.id)`,
};
