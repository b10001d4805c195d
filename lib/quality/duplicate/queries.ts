import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromDay, lastDay, toDay } from "../../partial-date";
import { areNear, isSamePair, shiftDay } from "./rules";
import type { DuplicateQuery, LikelyDuplicate } from "./schema";

/** The longest period a date may stand for (a year) and the fortnight around it. */
const widest = 366 + 14;

const shown = 5;

/**
 * Deals that may be the one being typed: the same pair of companies, and the same asset or a day of announcement
 * within a fortnight. Latest first, a few only; a withdrawn deal is none.
 */
export async function findLikelyDuplicates(
  ctx: Ctx,
  { companyIds, assetIds, announcedOn, exceptId }: DuplicateQuery,
): Promise<LikelyDuplicate[]> {
  authorize(ctx.actor, "catalogue.read");
  if (new Set(companyIds).size < 2) return [];
  const rows = await ctx.db.deal.findMany({
    select: {
      id: true,
      slug: true,
      title: true,
      announcedOn: true,
      announcedPrecision: true,
      parties: { select: { companyId: true, role: true } },
      assets: { select: { assetId: true } },
    },
    where: {
      withdrawnAt: null,
      ...(exceptId && { id: { not: exceptId } }),
      parties: { some: { companyId: { in: [...companyIds] } } },
      OR: [
        { assets: { some: { assetId: { in: [...assetIds] } } } },
        ...(announcedOn ? [{ announcedOn: around(announcedOn) }] : []),
      ],
    },
    orderBy: [{ announcedOn: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows
    .map((row) => ({ ...row, announcedOn: fromDay(row.announcedOn, row.announcedPrecision) }))
    .filter((row) => isSamePair(row.parties, companyIds))
    .filter(
      (row) =>
        row.assets.some(({ assetId }) => assetIds.includes(assetId)) ||
        (announcedOn !== null && areNear(row.announcedOn, announcedOn)),
    )
    .slice(0, shown)
    .map(({ id, slug, title, announcedOn: on }) => ({ id, slug, title, announcedOn: on }));
}

/** Wide enough for every precision; the rule looks closer. */
function around(announcedOn: string) {
  return {
    gte: new Date(shiftDay(toDay(announcedOn).day, -widest)),
    lte: new Date(shiftDay(lastDay(announcedOn), widest)),
  };
}
