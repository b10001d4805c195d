import "server-only";
import { loadAssetRefs } from "../asset/queries";
import { authorize } from "../auth/rules";
import { loadCompanyRefs } from "../company/queries";
import type { Ctx } from "../context";
import { notFound } from "../errors";
import { findIdBySlug } from "../record/queries";
import { loadClaims, loadSources } from "../source/queries";
import { dealDocSelect, toDealDoc } from "./dto";
import type { DealDoc } from "./schema";

/** Whole deals by id, with what they rest on: the sources of claims, events and payment steps. */
export async function loadDealDocs(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealDoc>> {
  authorize(ctx.actor, "catalogue.read");
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.deal.findMany({
    select: dealDocSelect,
    where: { id: { in: [...ids] } },
  });
  const claims = await loadClaims(ctx, "DEAL", ids);
  const docs = rows.map((row) => toDealDoc(row, { claims: claims.get(row.id) ?? [], sources: [] }));
  const sources = await loadSources(ctx, docs.flatMap(sourceIds));
  return new Map(
    docs.map((doc) => {
      const own = [...new Set(sourceIds(doc))].flatMap((id) => sources.get(id) ?? []);
      return [doc.id, { ...doc, sources: own }];
    }),
  );
}

function sourceIds({ claims, events, terms }: DealDoc): string[] {
  return [
    ...claims.map((claim) => claim.sourceId),
    ...events.flatMap((event) => event.sourceId ?? []),
    ...terms.flatMap((term) => term.steps.flatMap((step) => step.sourceId ?? [])),
  ];
}

/** How a deal shows where another names it. */
const dealRefSelect = {
  id: true,
  slug: true,
  title: true,
  type: true,
  announcedOn: true,
  announcedPrecision: true,
  withdrawnAt: true,
} as const;

const linkSelect = { id: true, kind: true, note: true } as const;

/**
 * All that the deal's page shows, or NOT_FOUND. When the slug is an old one, `deal.slug` differs from it:
 * the page redirects. A withdrawn deal is still found, with its reason.
 */
export async function getDeal(ctx: Ctx, slug: string) {
  authorize(ctx.actor, "catalogue.read");
  const id = await findDealId(ctx, slug);
  const [doc, row] = await Promise.all([
    loadDealDocs(ctx, [id]).then((docs) => docs.get(id)),
    ctx.db.deal.findUniqueOrThrow({
      select: {
        withdrawnAt: true,
        withdrawnReason: true,
        createdAt: true,
        updatedAt: true,
        linksTo: { select: { ...linkSelect, to: { select: dealRefSelect } } },
      },
      where: { id },
    }),
  ]);
  if (!doc) throw notFound("Deal");
  const [companies, assets] = await Promise.all([
    loadCompanyRefs(
      ctx,
      doc.parties.map((party) => party.companyId),
    ),
    loadAssetRefs(
      ctx,
      doc.assets.map((asset) => asset.assetId),
    ),
  ]);
  return { doc, companies, assets, ...row };
}

export type DealPage = Awaited<ReturnType<typeof getDeal>>;

async function findDealId(ctx: Ctx, slug: string): Promise<string> {
  const id = await findIdBySlug(ctx, "DEAL", slug);
  if (!id) throw notFound("Deal");
  return id;
}
