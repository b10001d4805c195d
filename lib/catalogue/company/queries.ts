import "server-only";
import type { CompanyKind } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import type { Precision } from "../../partial-date";
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
import { named } from "../search/queries";
import { byName, type CompanyFilter } from "./schema";

/** The companies that a filter lets through; every word must be in some name or identifier. */
export function companyCondition(filter: CompanyFilter): Fragment {
  const parts = [sql`company.withdrawn_at IS NULL`];
  for (const word of wordsOf(filter.q)) {
    parts.push(sql` AND company.id IN (${named("companies", word)})`);
  }
  if (filter.country) parts.push(sql` AND company.country = ANY (${filter.country}::char(2)[])`);
  if (filter.kind) parts.push(sql` AND company.kind = ANY (${filter.kind}::company_kind[])`);
  return sql`${parts}`;
}

type SortKey = NonNullable<CompanyFilter["sort"]>["key"];

const sortColumns: Record<SortKey, () => SortColumn> = {
  name: () => ({ column: sql`company.name_key`, type: sql`text`, nullable: false }),
  country: () => ({ column: sql`company.country`, type: sql`char(2)`, nullable: false }),
  kind: () => ({ column: sql`company.kind`, type: sql`company_kind`, nullable: false }),
};

export function companyOrder({ sort = byName }: CompanyFilter): Fragment {
  return orderOf(sort.descending, sortColumns[sort.key](), sql`company.id`);
}

export type CompanyListItem = {
  id: string;
  slug: string;
  name: string;
  native: string | null;
  lang: string | null;
  country: string;
  kind: CompanyKind;
  city: string | null;
  /** Deals in which it is on the giving side, on the taking side, in any role. */
  given: number;
  taken: number;
  deals: number;
  /** The first day of the period of its latest announcement. */
  last_deal_on: string | null;
  last_precision: Precision | null;
  /** The lower bound of the upfronts it was promised in US dollars; null where no amount is known. */
  upfront_min: string | null;
};

type Row = CompanyListItem & { sort_value: string | null };

/** One page of companies, with how many there are in all. */
export async function listCompanies(
  ctx: Ctx,
  filter: CompanyFilter,
): Promise<Window<CompanyListItem> & { total: number }> {
  authorize(ctx.actor, "catalogue.read");
  const { limit = 50, sort = byName } = filter;
  const by = sortColumns[sort.key]();
  const window = windowOf(sort, filter.place, by, sql`company.id`);
  const where = companyCondition(filter);
  const [rows, [count]] = await Promise.all([
    readWindow(
      window,
      limit + 1,
      (beyond, count) => sql<Row[]>`
      SELECT company.id, company.slug, company.name, company.country, company.kind, company.city,
        native.name AS native, native.lang, d.given, d.taken, d.deals, d.last_deal_on,
        d.last_precision, u.upfront_min,
        (${by.column})::text AS sort_value
      FROM company
      LEFT JOIN LATERAL (
        SELECT name, lang FROM company_name WHERE company_id = company.id AND kind = 'NATIVE'
        ORDER BY position LIMIT 1) AS native ON true
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE company.slug = ANY (giving_slugs))::int AS given,
          count(*) FILTER (WHERE company.slug = ANY (taking_slugs))::int AS taken,
          count(*)::int AS deals, max(announced_on) AS last_deal_on,
          (array_agg(announced_precision ORDER BY announced_on DESC, id DESC))[1] AS last_precision
        FROM deal_row WHERE company_slugs @> ARRAY[company.slug]) AS d
      CROSS JOIN LATERAL (
        SELECT trim_scale(sum(t.min))::text AS upfront_min
        FROM payment_term t JOIN deal_row ON deal_row.id = t.deal_id
        WHERE t.payee_id = company.id AND t.kind IN ('UPFRONT', 'PURCHASE_PRICE')
          AND t.currency = 'USD' AND t.state <> 'SUPERSEDED') AS u
      WHERE ${where} AND ${beyond}
      ORDER BY ${window.order} LIMIT ${count}`,
    ),
    sql<{ total: number }[]>`SELECT count(*)::int AS total FROM company WHERE ${where}`,
  ]);
  return { ...toWindow(rows, limit, window, (row) => row), total: count?.total ?? 0 };
}

export type CompanyFacets = Record<"country" | "kind", { value: string; count: number }[]>;

/** How many companies each country and kind would leave, given the other filters. */
export async function countCompanyFacets(ctx: Ctx, filter: CompanyFilter): Promise<CompanyFacets> {
  authorize(ctx.actor, "catalogue.read");
  const count = (facet: keyof CompanyFacets) => sql<{ value: string; count: number }[]>`
    SELECT ${sql(facet)}::text AS value, count(*)::int AS count FROM company
    WHERE ${companyCondition({ ...filter, [facet]: undefined })} GROUP BY 1 ORDER BY 2 DESC, 1`;
  const [country, kind] = await Promise.all([count("country"), count("kind")]);
  return { country, kind };
}
