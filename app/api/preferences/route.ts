import { parseInput } from "@/lib/input";
import { readJson } from "@/lib/json-body";
import { route } from "@/lib/route";
import { saveListLayout } from "@/lib/view/preference/commands";
import { listPreferenceInput } from "@/lib/view/preference/schema";

/** Keeps how a person lays out a table. A route and no action: nothing on the page is drawn anew. */
export const POST = route(async (ctx, request) => {
  await saveListLayout(ctx, parseInput(listPreferenceInput, await readJson(request, 16 * 1024)));
  return new Response(null, { status: 204 });
});
