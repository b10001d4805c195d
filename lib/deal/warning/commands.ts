import "server-only";
import { authorize } from "../../auth/rules";
import { type Ctx, inTransaction } from "../../context";
import { groupBy } from "../../group";
import { insertRows } from "../../rows";
import { dealsOfAssets, findOverlapping } from "../overlap/queries";
import { loadDealDocs } from "../queries";
import type { DealDoc } from "../schema";
import { lastingWarnings } from "./rules";

type KeptWarning = { dealId: string; code: string; path: string };

/** What is kept of other deals: the path names the part of the deal that is about it. */
const overlap = { code: "grantsOverlapDeals", path: "grants" } as const;

/** Keeps what the rules find in these deals, in the caller's transaction, in place of what they found before. */
export async function keepWarnings(ctx: Ctx, deals: readonly DealDoc[]): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  await ctx.db.dealWarning.deleteMany({ where: { dealId: { in: deals.map(({ id }) => id) } } });
  await insertRows(ctx.db, "deal_warning", await wantedWarnings(ctx, deals));
}

async function wantedWarnings(ctx: Ctx, deals: readonly DealDoc[]): Promise<KeptWarning[]> {
  const overlapping = await findOverlapping(
    ctx,
    deals.map(({ id }) => id),
  );
  return deals.flatMap((deal) => {
    const own = lastingWarnings(deal).map(({ code, path }) => ({ dealId: deal.id, code, path }));
    return overlapping.has(deal.id) ? [...own, { dealId: deal.id, ...overlap }] : own;
  });
}

/** Keeps which deals of these assets overlap each other, after one of them was changed, withdrawn or restored. */
export async function keepOverlaps(ctx: Ctx, assetIds: readonly string[]): Promise<void> {
  authorize(ctx.actor, "catalogue.write");
  if (assetIds.length === 0) return;
  const dealIds = await dealsOfAssets(ctx, assetIds);
  const found = await findOverlapping(ctx, dealIds);
  const { code } = overlap;
  await ctx.db.dealWarning.deleteMany({ where: { code, dealId: { in: dealIds } } });
  const data = [...found].map((dealId) => ({ dealId, ...overlap }));
  await ctx.db.dealWarning.createMany({ data });
}

const together = 500;

/**
 * Finds the warnings of every deal again, and answers in how many deals what is kept differed: none, as long as
 * every write kept it in step. With `write` what was found is kept. For catalogues that were filled before warnings
 * were kept, and for synthetic deals, which are copied in without any.
 */
export async function rebuildWarnings(
  ctx: Ctx,
  { write }: { write: boolean },
): Promise<{ deals: number; differing: number }> {
  authorize(ctx.actor, "catalogue.write");
  const ids = (await ctx.db.deal.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(
    ({ id }) => id,
  );
  let differing = 0;
  for (let start = 0; start < ids.length; start += together) {
    const part = ids.slice(start, start + together);
    differing += await inTransaction(ctx, (ctx) => rebuildSome(ctx, part, write));
  }
  return { deals: ids.length, differing };
}

async function rebuildSome(ctx: Ctx, ids: string[], write: boolean): Promise<number> {
  const docs = [...(await loadDealDocs(ctx, ids)).values()];
  const kept = groupBy(
    await ctx.db.dealWarning.findMany({ where: { dealId: { in: ids } } }),
    ({ dealId }) => dealId,
  );
  const wanted = groupBy(await wantedWarnings(ctx, docs), ({ dealId }) => dealId);
  const differing = docs.filter(({ id }) => named(kept.get(id)) !== named(wanted.get(id)));
  if (write) await keepWarnings(ctx, differing);
  return differing.length;
}

function named(warnings: readonly KeptWarning[] = []): string {
  return warnings
    .map(({ code, path }) => `${code} ${path}`)
    .sort()
    .join("\n");
}
