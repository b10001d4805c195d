import { type NextRequest, NextResponse } from "next/server";
import { safeCallbackUrl } from "@/lib/auth/rules";
import { env } from "@/lib/env";
import { overHttps, pathHeader, requestIdHeader, sessionCookieName } from "@/lib/request";

/**
 * Gives every request an id, every answer its headers, and visitors without a session a shorter way
 * to the sign-in page. It guards nothing: each page, action and route asks for its own context.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const id = crypto.randomUUID();
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));

  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, id);
  headers.set(pathHeader, pathname + search);
  headers.set("content-security-policy", policy);

  const response = mustSignIn(request)
    ? NextResponse.redirect(signInUrl(request))
    : NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(safetyHeaders(policy))) {
    response.headers.set(name, value);
  }
  response.headers.set(requestIdHeader, id);
  return response;
}

/** Open to visitors; addresses under /api answer 401 themselves. */
const open = /^\/(sign-in|link|api)(\/|$)/;

function mustSignIn(request: NextRequest): boolean {
  if (env.PUBLIC_READ || open.test(request.nextUrl.pathname)) return false;
  if (!["GET", "HEAD"].includes(request.method)) return false;
  // A script that fetches an export is told 401, not sent to a form.
  if (!request.headers.get("accept")?.includes("text/html")) return false;
  return !request.cookies.has(sessionCookieName());
}

function signInUrl({ nextUrl }: NextRequest): URL {
  const url = new URL("/sign-in", nextUrl);
  const back = safeCallbackUrl(nextUrl.pathname + nextUrl.search);
  if (back !== "/") url.searchParams.set("callbackUrl", back);
  return url;
}

function contentSecurityPolicy(nonce: string): string {
  const development = env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React's development tools evaluate code; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Menus are placed, and toasts animated, by style attributes and elements made at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ...(overHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function safetyHeaders(policy: string): Record<string, string> {
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    ...(overHttps() && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
}

export const config = { matcher: ["/((?!_next/static|_next/image).*)"] };
