import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import { anonymousContext, requestContext } from "./auth/session";
import { bearerContext, bearerOf } from "./bearer";
import { clientAddress } from "./client-address";
import type { Ctx } from "./context";
import { env } from "./env";
import { AppError, type ErrorCode, sentence } from "./errors";
import { log } from "./log";
import { countCall } from "./rate-limit";
import { refuseOtherSites, requestId, requestIdHeader } from "./request";

const statusOf: Record<ErrorCode, number> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE: 412,
  REUSED: 422,
  UNCONDITIONAL: 428,
  LIMITED: 429,
  INTERNAL: 500,
};

/** Seconds after which a refusal for being busy is worth another try, where it does not say so itself. */
const retrySeconds = 5;

type Handler<P> = (ctx: Ctx, request: NextRequest, params: P) => Promise<Response>;

/** "anyone" is for health and readiness: no session is read, so the database is not needed. */
type Options = {
  admits?: "signed-in" | "anyone";
  /** "anywhere" is for what does not rest on the session cookie, or checks a token of its own. */
  writesFrom?: "our-pages" | "anywhere";
  /** For /api/v1: history says "API", and whoever calls is counted. */
  api?: boolean;
};

/**
 * The one way to make a route handler. The caller is who the bearer token says or, without one, whoever is signed
 * in. A failure the caller can act on becomes its status with a
 * problem document (RFC 9457); anything else is logged under the request's id and says nothing more.
 */
export function route<P = Record<string, never>>(
  handle: Handler<P>,
  { admits = "signed-in", writesFrom = "our-pages", api = false }: Options = {},
) {
  return async (request: NextRequest, { params }: { params: Promise<P> }): Promise<Response> => {
    const id = await requestId();
    const answered = await answer(id, async () => {
      const ctx = await contextOf(request, { admits, writesFrom, api });
      return handle(ctx, request, await params);
    });
    // A copy, for the headers of a redirect cannot be changed.
    const response = new Response(answered.body, answered);
    // What one person may see is nobody else's, and nothing a cache should keep.
    response.headers.append("cache-control", "private, no-store");
    response.headers.set(requestIdHeader, id);
    return response;
  };
}

async function contextOf(request: NextRequest, options: Required<Options>): Promise<Ctx> {
  const token = options.admits === "anyone" ? null : bearerOf(request.headers);
  // No browser sends a token by itself, so that its request is meant wherever it comes from.
  if (token) return bearerContext(token, request);
  const ctx = options.admits === "anyone" ? anonymousContext() : await requestContext();
  const reads = ["GET", "HEAD"].includes(request.method);
  if (!reads && options.writesFrom === "our-pages") await refuseOtherSites();
  if (!options.api) return ctx;
  await countCall(callerOf(ctx, request));
  return { ...ctx, via: "API" };
}

function callerOf({ actor }: Ctx, { headers }: NextRequest): string {
  if (actor.kind === "user") return `person ${actor.id}`;
  return `address ${clientAddress(headers, env.TRUST_PROXY)}`;
}

async function answer(id: string, respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond();
  } catch (error) {
    unstable_rethrow(error);
    return problem(error, id);
  }
}

function problem(error: unknown, id: string): Response {
  if (!(error instanceof AppError)) {
    log.error({ err: error, reference: id }, "a request failed");
    return problemResponse("INTERNAL", "Something went wrong on our side", { reference: id });
  }
  const errors = error.fields.map(({ path, message, values }) => ({
    path,
    message: sentence(message, values),
  }));
  const response = problemResponse(error.code, sentence(error.message, error.values), {
    ...(errors.length > 0 && { errors }),
  });
  if (error.code === "UNAUTHENTICATED") response.headers.set("www-authenticate", "Bearer");
  if (error.code === "LIMITED") {
    response.headers.set("retry-after", String(error.values.seconds ?? retrySeconds));
  }
  return response;
}

function problemResponse(code: ErrorCode, title: string, more: object): Response {
  const status = statusOf[code];
  return Response.json(
    { type: "about:blank", title, status, code, ...more },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}
