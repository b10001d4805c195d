import "server-only";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromDay, lastDay, toDay } from "../../partial-date";
import type { Noun } from "../../record/rules";
import type { Candidate, CandidatePair, MergeRow } from "./dto";
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

/** The most pairs of one noun that are shown at once. */
const mostPairs = 50;

type Ids = { a: string; b: string };

/** Pairs of live records that may be one, without those that a person has kept apart. */
export async function listDuplicates(ctx: Ctx, noun: Noun): Promise<CandidatePair[]> {
  authorize(ctx.actor, "catalogue.read");
  const pairs = await pairsOf(ctx, noun);
  const records = await candidates(ctx, noun, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  return pairs.flatMap(({ a, b }): CandidatePair[] => {
    const [one, two] = [records.get(a), records.get(b)];
    return one && two ? [[one, two]] : [];
  });
}

function pairsOf(ctx: Ctx, noun: Noun): Promise<Ids[]> {
  switch (noun) {
    case "COMPANY":
      return companyPairs(ctx);
    case "ASSET":
      return assetPairs(ctx);
    case "DEAL":
      return dealPairs(ctx);
  }
}

/** One name, less its legal form; a group's own members share names by right. */
function companyPairs(ctx: Ctx): Promise<Ids[]> {
  return ctx.db.$queryRaw<Ids[]>`
    SELECT DISTINCT x.company_id::text AS a, y.company_id::text AS b
    FROM company_name x
    JOIN company_name y ON y.search_key = x.search_key AND y.company_id > x.company_id
    JOIN company c ON c.id = x.company_id AND c.withdrawn_at IS NULL
    JOIN company d ON d.id = y.company_id AND d.withdrawn_at IS NULL
    WHERE c.parent_id IS DISTINCT FROM d.id AND d.parent_id IS DISTINCT FROM c.id
      AND NOT EXISTS (SELECT FROM not_duplicate n
        WHERE n.entity = 'COMPANY' AND n.a_id = x.company_id AND n.b_id = y.company_id)
    LIMIT ${mostPairs}`;
}

function assetPairs(ctx: Ctx): Promise<Ids[]> {
  return ctx.db.$queryRaw<Ids[]>`
    WITH names AS (
      SELECT id, folded FROM asset WHERE withdrawn_at IS NULL
      UNION SELECT n.asset_id, n.folded FROM asset_name n
        JOIN asset ON asset.id = n.asset_id AND asset.withdrawn_at IS NULL)
    SELECT DISTINCT x.id::text AS a, y.id::text AS b
    FROM names x JOIN names y ON y.folded = x.folded AND y.id > x.id
    WHERE NOT EXISTS (SELECT FROM not_duplicate n
      WHERE n.entity = 'ASSET' AND n.a_id = x.id AND n.b_id = y.id)
    LIMIT ${mostPairs}`;
}

/** The same sides, with an asset in common or a fortnight apart, unless their totals are far from each other. */
function dealPairs(ctx: Ctx): Promise<Ids[]> {
  return ctx.db.$queryRaw<Ids[]>`
    SELECT x.id::text AS a, y.id::text AS b
    FROM deal_row x
    JOIN deal_row y ON y.giving_slugs = x.giving_slugs AND y.taking_slugs = x.taking_slugs AND y.id > x.id
    WHERE cardinality(x.giving_slugs) > 0 AND cardinality(x.taking_slugs) > 0
      AND (x.asset_slugs && y.asset_slugs OR abs(x.announced_on - y.announced_on) <= 14)
      AND (x.headline_max IS NULL OR y.headline_max IS NULL OR x.currency IS DISTINCT FROM y.currency
        OR abs(x.headline_max - y.headline_max) <= 0.25 * greatest(x.headline_max, y.headline_max))
      AND NOT EXISTS (SELECT FROM deal_link l
        WHERE (l.from_deal_id = x.id AND l.to_deal_id = y.id) OR (l.from_deal_id = y.id AND l.to_deal_id = x.id))
      AND NOT EXISTS (SELECT FROM not_duplicate n
        WHERE n.entity = 'DEAL' AND n.a_id = x.id AND n.b_id = y.id)
    LIMIT ${mostPairs}`;
}

async function candidates(ctx: Ctx, noun: Noun, ids: string[]): Promise<Map<string, Candidate>> {
  const rows = await candidateRows(ctx, noun, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

async function candidateRows(ctx: Ctx, noun: Noun, ids: string[]): Promise<Candidate[]> {
  const where = { id: { in: ids } };
  const common = { id: true, version: true, slug: true } as const;
  const names = { select: { name: true } } as const;
  if (noun === "COMPANY") {
    const rows = await ctx.db.company.findMany({
      select: {
        ...common,
        name: true,
        country: true,
        city: true,
        names,
        identifiers: { select: { value: true } },
        _count: { select: { parties: true } },
      },
      where,
    });
    return rows.map(({ names, identifiers, country, city, _count, ...row }) => ({
      ...{ noun, ...row, uses: _count.parties, otherNames: others(names, row.name) },
      facts: [country, ...(city ? [city] : []), ...identifiers.map(({ value }) => value)],
    }));
  }
  if (noun === "ASSET") {
    const rows = await ctx.db.asset.findMany({
      select: {
        ...common,
        name: true,
        targets: true,
        originator: names,
        names,
        _count: { select: { deals: true } },
      },
      where,
    });
    return rows.map(({ names, targets, originator, _count, ...row }) => ({
      ...{ noun, ...row, uses: _count.deals, otherNames: others(names, row.name) },
      facts: [...targets, ...(originator ? [originator.name] : [])],
    }));
  }
  const rows = await ctx.db.deal.findMany({
    select: {
      ...common,
      title: true,
      announcedOn: true,
      announcedPrecision: true,
      parties: { select: { company: names } },
      _count: { select: { terms: true } },
    },
    where,
  });
  return rows.map(({ title, announcedOn, announcedPrecision, parties, _count, ...row }) => ({
    ...{ noun, ...row, name: title, uses: _count.terms, otherNames: [] },
    facts: [
      fromDay(announcedOn, announcedPrecision),
      ...new Set(parties.map(({ company }) => company.name)),
    ],
  }));
}

function others(names: readonly { name: string }[], own: string): string[] {
  return names.map(({ name }) => name).filter((name) => name !== own);
}

/** The last merges, each with the names of both. */
export async function listMerges(ctx: Ctx): Promise<MergeRow[]> {
  authorize(ctx.actor, "catalogue.read");
  return ctx.db.$queryRaw<MergeRow[]>`
    SELECT m.id::text, m.entity::text AS noun, m.actor_name AS "actorName", m.reason,
      to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, m.undone_at IS NOT NULL AS undone,
      coalesce(kc.name, ka.name, kd.title, '') AS kept, coalesce(mc.name, ma.name, md.title, '') AS merged
    FROM record_merge m
    LEFT JOIN company kc ON m.entity = 'COMPANY' AND kc.id = m.kept_id
    LEFT JOIN company mc ON m.entity = 'COMPANY' AND mc.id = m.merged_id
    LEFT JOIN asset ka ON m.entity = 'ASSET' AND ka.id = m.kept_id
    LEFT JOIN asset ma ON m.entity = 'ASSET' AND ma.id = m.merged_id
    LEFT JOIN deal kd ON m.entity = 'DEAL' AND kd.id = m.kept_id
    LEFT JOIN deal md ON m.entity = 'DEAL' AND md.id = m.merged_id
    ORDER BY m.created_at DESC LIMIT 20`;
}
