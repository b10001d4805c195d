import "server-only";
import type { DealType } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromDay, type Precision } from "../../partial-date";
import type { Edge } from "./rules";

/**
 * The links that lead on from these, as far as they go; not those that start where these do, which a save is about to
 * replace. Whoever asks is about to add links: others who do wait, so that two don't close a circle together.
 */
export async function linksBehind(ctx: Ctx, edges: readonly Edge[]): Promise<Edge[]> {
  authorize(ctx.actor, "catalogue.read");
  await ctx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('deal_link'))`;
  const replaced = [...new Set(edges.map(({ from }) => from))];
  const starts = [...new Set(edges.map(({ to }) => to))];
  return ctx.db.$queryRaw<Edge[]>`
    WITH RECURSIVE behind AS (
      SELECT id, from_deal_id, to_deal_id FROM deal_link
      WHERE from_deal_id = ANY (${starts}::uuid[]) AND kind <> 'SAME_TRANSACTION'
      UNION
      SELECT link.id, link.from_deal_id, link.to_deal_id
      FROM behind JOIN deal_link link ON link.from_deal_id = behind.to_deal_id
      WHERE link.kind <> 'SAME_TRANSACTION'
    )
    SELECT id, from_deal_id AS "from", to_deal_id AS "to" FROM behind
    WHERE from_deal_id <> ALL (${replaced}::uuid[])`;
}

type MemberRow = {
  id: string;
  slug: string;
  title: string;
  type: DealType;
  withdrawn: boolean;
  announced_on: Date;
  announced_precision: Precision;
  corridor: string | null;
  giving: string[];
  taking: string[];
};

const most = 60;

/**
 * The deals that links join to this one, however far and whichever way they lead, the earliest first; and the links.
 * Null for a deal that stands alone. With a day, only deals that were announced by then.
 */
export async function findDealFamily(ctx: Ctx, dealId: string, day: string | null) {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.$queryRaw<MemberRow[]>`
    WITH RECURSIVE member AS (
      SELECT ${dealId}::uuid AS id
      UNION
      SELECT other.id FROM member CROSS JOIN LATERAL (
        SELECT to_deal_id AS id FROM deal_link WHERE from_deal_id = member.id
        UNION ALL SELECT from_deal_id FROM deal_link WHERE to_deal_id = member.id) AS other
    )
    SELECT deal.id, deal.slug, deal.title, deal.type, deal.withdrawn_at IS NOT NULL AS withdrawn,
      deal.announced_on, deal.announced_precision, row.corridor,
      coalesce(row.giving_slugs, '{}') AS giving, coalesce(row.taking_slugs, '{}') AS taking
    FROM (SELECT id FROM member LIMIT ${most}) AS member
    JOIN deal ON deal.id = member.id LEFT JOIN deal_row row ON row.id = member.id
    WHERE ${day}::date IS NULL OR period_end(deal.announced_on, deal.announced_precision) <= ${day}::date
    ORDER BY deal.announced_on, deal.id`;
  if (rows.length < 2) return null;
  const ids = rows.map(({ id }) => id);
  const links = await ctx.db.dealLink.findMany({
    select: { id: true, fromDealId: true, toDealId: true, kind: true, note: true },
    where: { fromDealId: { in: ids }, toDealId: { in: ids } },
    orderBy: { id: "asc" },
  });
  return { members: rows.map(toMember), links };
}

function toMember({ announced_on, announced_precision, ...row }: MemberRow) {
  return { ...row, announcedOn: fromDay(announced_on, announced_precision) };
}

export type DealFamily = NonNullable<Awaited<ReturnType<typeof findDealFamily>>>;
export type FamilyMember = DealFamily["members"][number];
export type FamilyLink = DealFamily["links"][number];
