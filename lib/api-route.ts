import "server-only";
import type { NextRequest } from "next/server";
import * as z from "zod";
import { authorize } from "./auth/rules";
import { queryOf, whole } from "./catalogue/schema";
import type { Ctx } from "./context";
import { AppError } from "./errors";
import { type Listed, listRows } from "./exchange/queries";
import type { Format } from "./exchange/schema";
import { fileResponse } from "./export-route";
import { parseInput } from "./input";
import { readJson } from "./json-body";
import { answerOnce } from "./record/once/commands";
import type { Answer } from "./record/once/rules";
import { onceKey } from "./record/once/schema";
import { route } from "./route";

/** The most bytes of a body: a deal of five hundred payments is a tenth of it. */
const bodyBytes = 4 * 1024 * 1024;

type Handler<P> = (ctx: Ctx, request: NextRequest, params: P) => Promise<Response>;

/** The one way to make a route of /api/v1: like any route, but that history says "API", and requests are counted. */
export function apiRoute<P = Record<string, never>>(handle: Handler<P>) {
  const authorized: Handler<P> = (ctx, request, params) => {
    // Its commands ask again; but who may not write is told so before a body is read.
    if (!["GET", "HEAD"].includes(request.method)) authorize(ctx.actor, "catalogue.write");
    return handle(ctx, request, params);
  };
  return route<P>(authorized, { api: true });
}

const streamed: Record<string, Format> = {
  "text/csv": "csv",
  "application/x-ndjson": "ndjson",
};

/** A list: a page of it as JSON or, when the request accepts CSV or NDJSON, all of it as a stream. */
export function listRoute<F>(exported: Listed<F>) {
  return apiRoute(async (ctx, request) => {
    const format = streamed[preferred(request.headers)];
    if (format) return fileResponse(ctx, request, { exported, format });
    const filter = whole(exported.parse(queryOf(request.nextUrl.searchParams)));
    return Response.json(await listRows(ctx, exported, filter), { headers: { vary: "Accept" } });
  });
}

/** The first of the media types that a request accepts. */
function preferred(headers: Headers): string {
  const [first = ""] = (headers.get("accept") ?? "").split(",");
  return first.replace(/;.*/s, "").trim().toLowerCase();
}

/** The JSON object of a request's body. @throws AppError INVALID */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const body = await readJson(request, bodyBytes);
  return parseInput(z.record(z.string(), z.unknown()), body);
}

/** A write that, under the key of an Idempotency-Key header, is done once. */
export async function answeredOnce(
  ctx: Ctx,
  request: NextRequest,
  { body, write }: { body: unknown; write: (ctx: Ctx) => Promise<Answer> },
): Promise<Response> {
  const header = request.headers.get("idempotency-key");
  if (header === null) return toResponse(await write(ctx));
  const key = onceKey.safeParse(header);
  if (!key.success) {
    const [issue] = key.error.issues;
    const fields = [{ path: "Idempotency-Key", message: issue?.message ?? "" }];
    throw new AppError("INVALID", "Some fields need attention", { fields });
  }
  const asks = JSON.stringify([request.method, request.nextUrl.pathname, body]);
  return toResponse(await answerOnce(ctx, { key: key.data, asks }, write));
}

function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body, { status, headers });
}
