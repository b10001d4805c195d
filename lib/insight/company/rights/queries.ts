import "server-only";
import { dealsOn } from "../../../catalogue/deal/past/queries";
import { endedStatuses } from "../../../deal/rules";
import { sql } from "../../../sql";
import type { HeldRights } from "../dto";

/** By deal, the grants that name the company, or the side it stands on where the source names nobody. */
export function heldRights(
  { id, slug }: { id: string; slug: string },
  day: string | undefined,
): Promise<HeldRights[]> {
  return sql<HeldRights[]>`
    SELECT jsonb_build_object('slug', d.slug, 'title', d.title, 'status', d.status) AS deal,
      (SELECT jsonb_agg(jsonb_build_object('slug', a.slug, 'name', a.name) ORDER BY da.position)
       FROM deal_asset da JOIN asset a ON a.id = da.asset_id WHERE da.deal_id = d.id) AS assets,
      coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'rights', to_jsonb(g.rights), 'exclusivity', g.exclusivity, 'wording', g.wording,
        'include', coalesce(place.include, '[]'), 'exclude', coalesce(place.exclude, '[]'),
        'conditions', coalesce(place.conditions, '[]')) ORDER BY g.position)
        FILTER (WHERE g.id IS NOT NULL), '[]') AS grants
    FROM ${dealsOn(day, sql`d`)}
    LEFT JOIN rights_grant g ON g.deal_id = d.id AND (g.grantee_id = ${id} OR g.grantee_id IS NULL)
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(code ORDER BY position) FILTER (WHERE mode = 'INCLUDE') AS include,
        jsonb_agg(code ORDER BY position) FILTER (WHERE mode = 'EXCLUDE') AS exclude,
        jsonb_agg(DISTINCT condition) FILTER (WHERE condition IS NOT NULL) AS conditions
      FROM grant_territory WHERE grant_id = g.id
    ) AS place ON true
    WHERE d.company_slugs @> ${[slug]}
      AND cardinality(d.asset_slugs) > 0
      AND d.status <> ALL (${[...endedStatuses]}::deal_status[])
      AND (g.grantee_id = ${id} OR d.taking_slugs @> ${[slug]})
    GROUP BY d.id, d.slug, d.title, d.status, d.announced_on ORDER BY d.announced_on DESC, d.id DESC LIMIT 50`;
}
