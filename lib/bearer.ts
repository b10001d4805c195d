import "server-only";
import { clientAddress } from "./client-address";
import type { Ctx } from "./context";
import { env } from "./env";
import { AppError } from "./errors";
import { openToken } from "./people/token/commands";
import { countCall } from "./rate-limit";

/** What stands after "Bearer" in the Authorization header; null where there is no such header. */
export function bearerOf(headers: Headers): string | null {
  return /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

/**
 * The context of a request with a bearer token, counted against its limit; guesses count for their address.
 * @throws AppError UNAUTHENTICATED, FORBIDDEN when a token that only reads would write, LIMITED
 */
export async function bearerContext(token: string, request: Request): Promise<Ctx> {
  const held = await openToken(token);
  if (!held) {
    await countCall(`guess ${clientAddress(request.headers, env.TRUST_PROXY)}`);
    throw new AppError("UNAUTHENTICATED", "This token does not work");
  }
  await countCall(`token ${held.tokenId}`);
  if (!held.writes && !["GET", "HEAD"].includes(request.method)) {
    throw new AppError("FORBIDDEN", "This token may only read");
  }
  return held.ctx;
}
