import { parseInput } from "@/lib/input";
import { findLikelyDuplicates } from "@/lib/quality/duplicate/queries";
import { duplicateQuery } from "@/lib/quality/duplicate/schema";
import { route } from "@/lib/route";

/** Deals that may be the one being typed. */
export const GET = route(async (ctx, { nextUrl }) => {
  const { companies, assets, announced, except } = parseInput(
    duplicateQuery,
    Object.fromEntries(nextUrl.searchParams),
  );
  const found = await findLikelyDuplicates(ctx, {
    companyIds: companies,
    assetIds: assets,
    announcedOn: announced,
    exceptId: except,
  });
  return Response.json(found);
});
