import { parseDealFilter } from "@/lib/catalogue/deal/schema";
import { queryOf } from "@/lib/catalogue/schema";
import { csvResponse } from "@/lib/csv-response";
import { dealsFile } from "@/lib/exchange/deal/queries";
import { fileName, streamCsv } from "@/lib/exchange/queries";
import { parseExport } from "@/lib/exchange/schema";
import { route } from "@/lib/route";

export const GET = route(async (ctx, request) => {
  const query = queryOf(request.nextUrl.searchParams);
  const { filter, shape } = parseExport(query, parseDealFilter);
  const body = await streamCsv(ctx, dealsFile(filter), shape);
  return csvResponse(body, fileName("deals", new Date()));
});
