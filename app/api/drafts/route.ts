import { parseInput } from "@/lib/input";
import { readJson } from "@/lib/json-body";
import { route } from "@/lib/route";
import { dropDraft, saveDraft } from "@/lib/view/draft/commands";
import { draftForm, draftInput, draftLimit } from "@/lib/view/draft/schema";

/** Quotes and backslashes in the payload are written twice. */
const largestBody = 2 * draftLimit + 1024;

/** A POST, so that a page that is closed can still send it (`sendBeacon` knows no other method). */
export const POST = route(async (ctx, request) => {
  await saveDraft(ctx, parseInput(draftInput, await readJson(request, largestBody)));
  return new Response(null, { status: 204 });
});

export const DELETE = route(async (ctx, { nextUrl }) => {
  await dropDraft(ctx, parseInput(draftForm, nextUrl.searchParams.get("form") ?? ""));
  return new Response(null, { status: 204 });
});
