import { listDeals } from "@/lib/catalogue/deal/queries";
import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf, whole } from "@/lib/catalogue/schema";
import { route } from "@/lib/route";

/** A page of deals as the table shows them: `/api/catalogue/deals?from=CN&sort=-headline&limit=100&after=…`. */
export const GET = route(async (ctx, { nextUrl }) => {
  const filter = whole(parseDealFilter(queryOf(nextUrl.searchParams)));
  return Response.json(await listDeals(ctx, filter));
});
