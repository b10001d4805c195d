import "server-only";
import { headers } from "next/headers";
import { env } from "./env";
import { AppError } from "./errors";

/** Set by proxy.ts on every request, whatever the visitor sent; the log and the answer carry it. */
export const requestIdHeader = "x-request-id";

/** Set by proxy.ts likewise: the path and query that the browser asked for. */
export const pathHeader = "x-kakehashi-path";

export function overHttps(): boolean {
  return env.NEXTAUTH_URL.startsWith("https://");
}

/** Next-auth's own names, so that its endpoints and our actions speak of one session. */
export function sessionCookieName(): string {
  return overHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

export async function requestId(): Promise<string> {
  return (await headers()).get(requestIdHeader) ?? crypto.randomUUID();
}

/**
 * A write must come from our own pages. Browsers say so in Sec-Fetch-Site, and in Origin where the
 * site is reached without https; a request with neither is not from a browser that holds a session.
 * @throws AppError FORBIDDEN
 */
export async function refuseOtherSites(): Promise<void> {
  if (fromOurPages(await headers())) return;
  throw new AppError("FORBIDDEN", "This request did not come from this site");
}

function fromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  return (
    new URL(origin).host === headers.get("host") || origin === new URL(env.NEXTAUTH_URL).origin
  );
}
