import { countDealFacets } from "@/lib/catalogue/deal/facet/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf, whole } from "@/lib/catalogue/schema";
import { route } from "@/lib/route";

/** How many deals each value of a filter would leave: `/api/catalogue/deals/facets?from=CN`. */
export const GET = route(async (ctx, { nextUrl }) => {
  const filter = whole(parseDealFilter(queryOf(nextUrl.searchParams)));
  return Response.json({ facets: await countDealFacets(ctx, filter) });
});
