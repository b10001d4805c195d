import "server-only";
import { companyCondition, companyOrder } from "../../catalogue/company/queries";
import type { CompanyFilter } from "../../catalogue/company/schema";
import type { CsvFile } from "../queries";
import { schemaVersion } from "../schema";

const names = (kind: string) =>
  `(SELECT csv_list(array_agg(n.name ORDER BY n.position)) FROM company_name n
    WHERE n.company_id = company.id AND n.kind = '${kind}')`;

const identifiers = (scheme: string) =>
  `(SELECT csv_list(array_agg(i.value ORDER BY i.position)) FROM company_identifier i
    WHERE i.company_id = company.id AND i.scheme = '${scheme}')`;

/** The columns of companies.csv, in their order. A contract: new ones at the end. */
const columns: readonly [string, string][] = [
  ["schema_version", `'${schemaVersion}'`],
  ["company_id", "company.slug"],
  ["company_url", "current_setting('kakehashi.origin') || '/companies/' || company.slug"],
  ["name", "csv_guard(company.name)"],
  ["native_name", names("NATIVE")],
  ["aliases", names("ALIAS")],
  ["former_names", names("FORMER")],
  ["kind", "company.kind"],
  ["country", "company.country"],
  ["city", "csv_guard(company.city)"],
  ["parent_id", "parent.slug"],
  ["parent_name", "csv_guard(parent.name)"],
  ["tickers", identifiers("TICKER")],
  ["lei", identifiers("LEI")],
  ["isin", identifiers("ISIN")],
  ["wikidata", identifiers("WIKIDATA")],
  ["website", "csv_guard(company.website)"],
  ["founded_year", "company.founded_year"],
  ["deals_total", "d.deals_total"],
  ["deals_as_licensor", "d.deals_as_licensor"],
  ["deals_as_licensee", "d.deals_as_licensee"],
  ["first_deal_on", "d.first_deal_on"],
  ["last_deal_on", "d.last_deal_on"],
  ["upfront_received_usd_min", "trim_scale(m.received)"],
  ["upfront_paid_usd_min", "trim_scale(m.paid)"],
  ["deals_with_disclosed_upfront", "d.deals_with_disclosed_upfront"],
  ["created_at", "csv_instant(company.created_at)"],
  ["updated_at", "csv_instant(company.updated_at)"],
  ["version", "company.version"],
];

const deals = `(
  SELECT count(*) AS deals_total,
    count(*) FILTER (WHERE company.slug = ANY (giving_slugs)) AS deals_as_licensor,
    count(*) FILTER (WHERE company.slug = ANY (taking_slugs)) AS deals_as_licensee,
    csv_date((array_agg(announced_on ORDER BY announced_on))[1],
      (array_agg(announced_precision ORDER BY announced_on))[1]) AS first_deal_on,
    csv_date((array_agg(announced_on ORDER BY announced_on DESC))[1],
      (array_agg(announced_precision ORDER BY announced_on DESC))[1]) AS last_deal_on,
    count(*) FILTER (WHERE upfront_min IS NOT NULL OR upfront_max IS NOT NULL)
      AS deals_with_disclosed_upfront
  FROM deal_row WHERE company_slugs @> ARRAY[company.slug])`;

/** Lower bounds of what it was promised and promised upfront, in dollars. */
const upfronts = `(
  SELECT sum(t.min) FILTER (WHERE t.payee_id = company.id) AS received,
    sum(t.min) FILTER (WHERE t.payer_id = company.id) AS paid
  FROM payment_term t JOIN deal_row ON deal_row.id = t.deal_id
  WHERE (t.payee_id = company.id OR t.payer_id = company.id)
    AND t.kind IN ('UPFRONT', 'PURCHASE_PRICE') AND t.currency = 'USD' AND t.state <> 'SUPERSEDED')`;

/** The companies that a filter lets through, in its order, as companies.csv. */
export function companiesFile(filter: CompanyFilter): CsvFile {
  return {
    header: columns.map(([name]) => name),
    choose: (db) => db`
      INSERT INTO export_row (n, id)
      SELECT row_number() OVER (ORDER BY ${companyOrder(filter)}), company.id
      FROM company WHERE ${companyCondition(filter)}`,
    select: `SELECT ${columns.map(([, read]) => read).join(", ")}
      FROM export_row JOIN company USING (id)
      LEFT JOIN company AS parent ON parent.id = company.parent_id
      CROSS JOIN LATERAL ${deals} AS d CROSS JOIN LATERAL ${upfronts} AS m
      ORDER BY n`,
  };
}
