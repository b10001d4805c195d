import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import * as z from "zod";
import { authOptions } from "@/lib/auth/options";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { admitByOidc } from "@/lib/people/oidc/commands";
import { route } from "@/lib/route";

type Params = { nextauth: string[] };

/** Next-auth answers more than this, its `_log` to anybody who wishes to fill our log. */
const known = {
  GET: ["csrf", "providers", "session", "signin", "signout", "callback", "error"],
  POST: ["signin", "signout", "callback"],
};

const fields = z.record(z.string(), z.union([z.string(), z.boolean()]));

const largestBody = 16 * 1024;

async function handle(ctx: Ctx, request: NextRequest, params: Params): Promise<Response> {
  const [action = ""] = params.nextauth;
  if (!known[request.method === "POST" ? "POST" : "GET"].includes(action)) {
    throw new AppError("NOT_FOUND", "There is no such page");
  }
  const provider = { issuer: env.OIDC_ISSUER ?? "", allowedDomains: env.OIDC_ALLOWED_DOMAINS };
  const nextAuth = NextAuth(authOptions((profile) => admitByOidc(ctx, provider, profile)));
  const response: Response = await nextAuth(await checked(request), {
    params: Promise.resolve(params),
  });
  // Asking who is signed in must not prolong a session.
  if (action === "session") response.headers.delete("set-cookie");
  return response;
}

/** Next-auth reads a body of any size, and fails on one that is not a flat list of fields. */
async function checked(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(size <= largestBody)) throw new AppError("INVALID", "This request is too large");
  const body = await request.text();
  if (request.headers.get("content-type")?.includes("json")) parseInput(fields, readJson(body));
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("INVALID", "This is not JSON", { cause });
  }
}

// Scripts sign in here too; next-auth checks its own csrfToken.
const handler = route(handle, { admits: "anyone", writesFrom: "anywhere" });

export { handler as GET, handler as POST };
