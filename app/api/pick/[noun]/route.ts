import { listPicks } from "@/lib/catalogue/pick/queries";
import { pickNoun, pickText } from "@/lib/catalogue/pick/schema";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { route } from "@/lib/route";

/** What the pickers of the forms offer, as it is typed: `/api/pick/companies?q=和黄`. */
export const GET = route<{ noun: string }>(async (ctx, { nextUrl }, { noun }) => {
  const known = pickNoun.safeParse(noun);
  if (!known.success) throw new AppError("NOT_FOUND", "There is no such page");
  const text = parseInput(pickText, nextUrl.searchParams.get("q") ?? "");
  return Response.json(await listPicks(ctx, known.data, text));
});
