import "server-only";
import type { Query } from "./catalogue/rules";
import { queryOf } from "./catalogue/schema";
import { type CsvFile, fileName, streamCsv } from "./exchange/queries";
import { parseExport } from "./exchange/schema";
import { route } from "./route";

type Parser<F> = (query: Query) => { filter: F; problems: { path: string; message: string }[] };

/** The one way to make an export's route: the list's own filter parser, and the file that holds its rows. */
export function csvRoute<F>(noun: string, parse: Parser<F>, file: (filter: F) => CsvFile) {
  return route(async (ctx, request) => {
    const { filter, shape } = parseExport(queryOf(request.nextUrl.searchParams), parse);
    const body = await streamCsv(ctx, file(filter), shape);
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName(noun, new Date())}"`,
        "x-accel-buffering": "no",
      },
    });
  });
}
