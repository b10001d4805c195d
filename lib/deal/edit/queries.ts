import "server-only";
import type { PartyRole, Precision } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Ctx } from "../../context";
import { fromColumns } from "../../day";
import { groupBy } from "../../group";
import { findSource } from "../../source/queries";
import type { ClaimInput, SourceInput } from "../../source/schema";
import {
  asGone,
  type DealGround,
  type DealHead,
  type Judged,
  judge,
  type Picked,
  unfitness,
} from "./rules";
import type { Claimable, DealEdit } from "./schema";

type HeadRow = Pick<
  DealHead,
  "id" | "slug" | "title" | "version" | "type" | "status" | "tags" | "withdrawn"
> & {
  announced_on: Date;
  announced_precision: Precision;
  closed_on: Date | null;
  closed_precision: Precision | null;
  ended_on: Date | null;
  ended_precision: Precision | null;
  roles: PartyRole[];
};

/** What an edit of many needs of these deals; withdrawn ones say so, and one that is not there is missing. */
export async function loadHeads(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealHead>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await ctx.db.$queryRaw<HeadRow[]>`
    SELECT id, slug, title, version, type::text, status::text, tags, withdrawn_at IS NOT NULL AS withdrawn,
      announced_on, announced_precision::text, closed_on, closed_precision::text,
      ended_on, ended_precision::text,
      ARRAY(SELECT role::text FROM deal_party WHERE deal_id = deal.id) AS roles
    FROM deal WHERE id = ANY (${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, toHead(row)]));
}

function toHead({
  announced_on,
  announced_precision,
  closed_on,
  closed_precision,
  ended_on,
  ended_precision,
  ...row
}: HeadRow): DealHead {
  return {
    ...row,
    announcedOn: fromColumns(announced_on, announced_precision) ?? "",
    closedOn: fromColumns(closed_on, closed_precision),
    endedOn: fromColumns(ended_on, ended_precision),
  };
}

type GroundRow = { id: string; sources: number; says: Claimable[] };

/** What these deals rest on and what they say, as the form offers it to a source. */
export async function loadGrounds(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealGround>> {
  authorize(ctx.actor, "catalogue.read");
  const rows = await loadSaid(ctx, ids);
  const claims = await loadClaimHeads(ctx, ids);
  return new Map(
    rows.map(({ id, sources, says }) => [id, { sources, says, claims: claims.get(id) ?? [] }]),
  );
}

type ClaimHead = Pick<ClaimInput, "field" | "sourceId" | "status"> & { entityId: string };

async function loadClaimHeads(ctx: Ctx, ids: readonly string[]) {
  const rows: ClaimHead[] = await ctx.db.claim.findMany({
    select: { entityId: true, field: true, sourceId: true, status: true },
    where: { entity: "DEAL", entityId: { in: [...ids] } },
  });
  return groupBy(rows, ({ entityId }) => entityId);
}

function loadSaid(ctx: Ctx, ids: readonly string[]) {
  return ctx.db.$queryRaw<GroundRow[]>`
    SELECT d.id, coalesce((SELECT source_count FROM deal_row WHERE id = d.id), 0) AS sources,
      array_remove(ARRAY['announcedOn', 'parties',
        CASE WHEN a.some THEN 'assets' END,
        CASE WHEN a.staged THEN 'stageAtSigning' END,
        CASE WHEN g.some THEN 'territory' END,
        CASE WHEN g.some THEN 'exclusivity' END,
        CASE WHEN t.kinds && '{UPFRONT,PURCHASE_PRICE}' THEN 'upfront' END,
        CASE WHEN t.kinds && '{EQUITY}' THEN 'equity' END,
        CASE WHEN t.kinds && '{OPTION_FEE,OPTION_EXERCISE_FEE}' THEN 'optionFee' END,
        CASE WHEN t.kinds && '{MILESTONE,MILESTONE_POOL,NEAR_TERM}' THEN 'milestones' END,
        CASE WHEN t.kinds && '{HEADLINE}' THEN 'headline' END,
        CASE WHEN EXISTS (SELECT FROM royalty_term WHERE deal_id = d.id) THEN 'royalty' END,
        CASE WHEN d.closed_on IS NOT NULL THEN 'closedOn' END,
        CASE WHEN d.ended_on IS NOT NULL THEN 'endedOn' END,
        CASE WHEN d.summary IS NOT NULL THEN 'summary' END], NULL) AS says
    FROM deal d
    CROSS JOIN LATERAL (SELECT count(*) > 0 AS some, count(*) FILTER (WHERE stage_at_signing <> 'UNKNOWN') > 0 AS staged
      FROM deal_asset WHERE deal_id = d.id) AS a
    CROSS JOIN LATERAL (SELECT count(*) > 0 AS some FROM rights_grant WHERE deal_id = d.id) AS g
    CROSS JOIN LATERAL (SELECT array_agg(kind)::term_kind[] AS kinds FROM payment_term WHERE deal_id = d.id) AS t
    WHERE d.id = ANY (${ids}::uuid[])`;
}

/** What the edit would do to these deals, as the person saw them. */
export async function judgeDeals(
  ctx: Ctx,
  picks: readonly Picked[],
  edit: DealEdit,
): Promise<Judged[]> {
  authorize(ctx.actor, "catalogue.read");
  const ids = picks.map(({ id }) => id);
  const heads = await loadHeads(ctx, ids);
  const grounds = edit.kind === "addSource" ? await loadGrounds(ctx, ids) : null;
  const sourceId = edit.kind === "addSource" ? await storedId(ctx, edit.source) : "";
  const today = new Date().toISOString().slice(0, 10);
  return picks.map(({ id, version }): Judged => {
    const head = heads.get(id);
    const unfit = unfitness(head, version);
    if (!head || unfit) return { id, head, verdict: unfit ?? asGone };
    const ground = grounds?.get(id) ?? { claims: [], sources: 0, says: [] };
    return { id, head, verdict: judge(edit, { head, ground, sourceId, today }) };
  });
}

async function storedId(ctx: Ctx, source: SourceInput): Promise<string> {
  return (await findSource(ctx, source))?.id ?? source.id;
}
