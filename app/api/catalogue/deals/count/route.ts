import { countDeals } from "@/lib/catalogue/deal/count/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf, whole } from "@/lib/catalogue/schema";
import { route } from "@/lib/route";

/** How many deals a filter lets through, exactly: `/api/catalogue/deals/count?from=CN`. */
export const GET = route(async (ctx, { nextUrl }) => {
  const filter = whole(parseDealFilter(queryOf(nextUrl.searchParams)));
  return Response.json({ count: await countDeals(ctx, filter) });
});
