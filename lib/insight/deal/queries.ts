import "server-only";
import { dealsOn } from "../../catalogue/deal/past/queries";
import { type Fragment, sql } from "../../sql";
import { type ListedDeal, type ListedDealRow, toListedDeal } from "./dto";

/** The newest deals that fulfil a condition on `deal_row d`, as of a day or now. Rooms only: the caller authorises. */
export async function newestDeals(
  where: Fragment,
  limit: number,
  day?: string,
): Promise<ListedDeal[]> {
  const rows = await sql<ListedDealRow[]>`
    SELECT slug, title, type, status, announced_on, announced_precision, parties, asset_slugs, asset_names,
      territory_include, territory_exclude, currency,
      trim_scale(upfront_min)::text AS upfront_min, trim_scale(upfront_max)::text AS upfront_max,
      upfront_disclosure,
      trim_scale(headline_min)::text AS headline_min, trim_scale(headline_max)::text AS headline_max,
      headline_disclosure, has_conflict AS "hasConflict", unverified
    FROM ${dealsOn(day, sql`d`)} WHERE ${where}
    ORDER BY announced_on DESC, id DESC LIMIT ${limit}`;
  return rows.map(toListedDeal);
}
