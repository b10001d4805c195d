import "server-only";
import type { NextRequest } from "next/server";
import { queryOf } from "./catalogue/schema";
import type { Ctx } from "./context";
import { type Exported, receiptOf, streamFile } from "./exchange/queries";
import { fileName } from "./exchange/rules";
import { type Format, parseExport } from "./exchange/schema";
import { route } from "./route";

const types: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ndjson: "application/x-ndjson; charset=utf-8",
};

const isPerson = ({ via }: Ctx) => via !== "API";

/** The one way to make the route of a file: the list's own filter parser, and the noun's columns and rows. */
export function fileRoute<F>(exported: Exported<F>, format: Format) {
  return route((ctx, request) => fileResponse(ctx, request, { exported, format }));
}

/** The file that a request's address asks for, as it is made. */
export async function fileResponse<F>(
  ctx: Ctx,
  request: NextRequest,
  { exported, format }: { exported: Exported<F>; format: Format },
): Promise<Response> {
  const asked = parseExport(queryOf(request.nextUrl.searchParams), exported, format, isPerson(ctx));
  const body = await streamFile(ctx, exported, asked, { signal: request.signal });
  const name = fileName(exported.noun, format, new Date());
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      // Compressing would cost more time than reading; what is in front of the server may still do it.
      "cache-control": "no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** The route of a file's receipt, at the file's own address and keys. */
export function receiptRoute<F>(exported: Exported<F>, format: Format) {
  return route(async (ctx, request) => {
    const asked = parseExport(
      queryOf(request.nextUrl.searchParams),
      exported,
      format,
      isPerson(ctx),
    );
    return Response.json(await receiptOf(ctx, exported, asked));
  });
}
