import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { totalDeals } from "@/lib/catalogue/deal/total/queries";
import { queryOf, whole } from "@/lib/catalogue/schema";
import { route } from "@/lib/route";

/** What the deals of a filter add up to: `/api/catalogue/deals/totals?from=CN`. */
export const GET = route(async (ctx, { nextUrl }) => {
  const filter = whole(parseDealFilter(queryOf(nextUrl.searchParams)));
  return Response.json(await totalDeals(ctx, filter));
});
