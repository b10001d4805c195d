import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { route } from "@/lib/route";
import { dropDraft, saveDraft } from "@/lib/view/draft/commands";
import { draftForm, draftInput, draftLimit } from "@/lib/view/draft/schema";

/** Quotes and backslashes in the payload are written twice. */
const largestBody = 2 * draftLimit + 1024;

/** A POST, so that a page that is closed can still send it (`sendBeacon` knows no other method). */
export const POST = route(async (ctx, request) => {
  await saveDraft(ctx, parseInput(draftInput, await readJson(request)));
  return new Response(null, { status: 204 });
});

export const DELETE = route(async (ctx, { nextUrl }) => {
  await dropDraft(ctx, parseInput(draftForm, nextUrl.searchParams.get("form") ?? ""));
  return new Response(null, { status: 204 });
});

async function readJson(request: NextRequest): Promise<unknown> {
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(size <= largestBody)) throw new AppError("INVALID", "This request is too large");
  try {
    return await request.json();
  } catch (cause) {
    throw new AppError("INVALID", "This is not JSON", { cause });
  }
}
