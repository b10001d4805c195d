import { search } from "@/lib/catalogue/search/queries";
import { searchInput } from "@/lib/catalogue/search/schema";
import { parseInput } from "@/lib/input";
import { route } from "@/lib/route";

/** What is found as it is typed, by the top bar, the palette and the pickers: `/api/search?q=和黄&in=companies`. */
export const GET = route(async (ctx, { nextUrl: { searchParams } }) => {
  const nouns = searchParams.getAll("in");
  const input = parseInput(searchInput, {
    q: searchParams.get("q") ?? undefined,
    in: nouns.length > 0 ? nouns : undefined,
    limit: searchParams.get("limit") ?? undefined,
  });
  return Response.json(await search(ctx, input));
});
