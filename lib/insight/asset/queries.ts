import "server-only";
import type { Stage } from "@/prisma/generated/enums";
import { authorize } from "../../auth/rules";
import type { Fragment } from "../../catalogue/queries";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { newestDeals } from "../deal/queries";
import type { AssetDeal, AssetGrant } from "./dto";

/** How many deals of one asset are shown, the newest. */
const dealsShown = 200;

type Asset = { id: string; slug: string };

/** An asset's deals from the first to the latest, and every grant over it, whether in force or over. Sees what is committed. */
export async function getAssetInsight(ctx: Ctx, asset: Asset) {
  authorize(ctx.actor, "catalogue.read");
  const [deals, grants] = await Promise.all([dealsOf(asset), grantsOver(asset)]);
  return { deals, grants };
}

type Signing = { slug: string; stageAtSigning: Stage; indications: string[] };

async function dealsOf({ id, slug }: Asset): Promise<AssetDeal[]> {
  const [deals, signings] = await Promise.all([
    newestDeals(sql`asset_slugs @> ${[slug]}`, dealsShown),
    sql<Signing[]>`
      SELECT d.slug, da.stage_at_signing AS "stageAtSigning", da.indications
      FROM deal_asset da JOIN deal d ON d.id = da.deal_id
      WHERE da.asset_id = ${id} AND d.withdrawn_at IS NULL`,
  ]);
  const signed = new Map(signings.map((signing) => [signing.slug, signing]));
  return deals.reverse().map((deal) => ({
    ...deal,
    stageAtSigning: signed.get(deal.slug)?.stageAtSigning ?? "UNKNOWN",
    indications: signed.get(deal.slug)?.indications ?? [],
  }));
}

/** A vague date counts from the end of its period, as in every view of a past day; but not from a day to come. */
const over = (day: Fragment, precision: Fragment) =>
  sql`least(period_end(${day}, ${precision}), (now() AT TIME ZONE 'UTC')::date)`;

function grantsOver({ id }: Asset): Promise<AssetGrant[]> {
  return sql<AssetGrant[]>`
    SELECT g.id::text AS id,
      jsonb_build_object('slug', d.slug, 'title', d.title, 'status', d.status,
        'announcedOn', ${over(sql`d.announced_on`, sql`d.announced_precision`)},
        'endedOn', ${over(sql`d.ended_on`, sql`d.ended_precision`)},
        'exercisedOn', (SELECT min(${over(sql`e."on"`, sql`e.on_precision`)}) FROM deal_event e
          WHERE e.deal_id = d.id AND e.kind = 'OPTION_EXERCISED'),
        'givers', coalesce((
          SELECT jsonb_agg(jsonb_build_object('slug', co.slug, 'name', co.name, 'country', co.country) ORDER BY p.position)
          FROM deal_party p JOIN company co ON co.id = p.company_id
          WHERE p.deal_id = d.id AND is_giving(p.role)), '[]')) AS deal,
      CASE WHEN c.id IS NOT NULL
        THEN jsonb_build_object('slug', c.slug, 'name', c.name, 'country', c.country) END AS grantee,
      to_jsonb(g.rights) AS rights, g.exclusivity, g.field,
      coalesce(place.include, '[]') AS include, coalesce(place.exclude, '[]') AS exclude,
      coalesce(place.conditions, '[]') AS conditions
    FROM rights_grant g
    JOIN deal d ON d.id = g.deal_id AND d.withdrawn_at IS NULL
    JOIN deal_asset da ON da.deal_id = d.id AND da.asset_id = ${id}
    LEFT JOIN company c ON c.id = g.grantee_id
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(code ORDER BY position) FILTER (WHERE mode = 'INCLUDE') AS include,
        jsonb_agg(code ORDER BY position) FILTER (WHERE mode = 'EXCLUDE') AS exclude,
        jsonb_agg(DISTINCT condition) FILTER (WHERE condition IS NOT NULL) AS conditions
      FROM grant_territory WHERE grant_id = g.id
    ) AS place ON true
    ORDER BY d.announced_on DESC, d.id DESC, g.position`;
}
