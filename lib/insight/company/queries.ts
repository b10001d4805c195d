import "server-only";
import { authorize } from "../../auth/rules";
import { dealsOn } from "../../catalogue/deal/past/queries";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import type { ListedDeal } from "../deal/dto";
import { newestDeals } from "../deal/queries";
import type { OriginatedAsset, Partner, Standing, Year } from "./dto";
import { companyTerms, countedTerms, type Shown } from "./money/queries";
import { heldRights } from "./rights/queries";

/** How many deals of a kind the profile shows; the rest is in the list it links to. */
export const dealsShown = 10;
export const partnersShown = 15;

type Company = { id: string; slug: string };
type Day = string | undefined;

/**
 * What a company's deals say of it, now or as of a day; its assets are today's. Sees what is committed, and no deal
 * that is withdrawn.
 */
export async function getCompanyInsight(
  ctx: Ctx,
  company: Company,
  shown: Shown = { policy: "original" },
) {
  const { day } = shown;
  authorize(ctx.actor, "catalogue.read");
  const { slug } = company;
  const given = sql`giving_slugs @> ${[slug]}`;
  const taken = sql`taking_slugs @> ${[slug]}`;
  const other = sql`company_slugs @> ${[slug]} AND NOT (${given}) AND NOT (${taken})`;
  const [
    counts,
    years,
    dealsGiven,
    dealsTaken,
    dealsOther,
    partners,
    money,
    terms,
    assets,
    rights,
  ] = await Promise.all([
    countDeals(slug, day),
    countByYear(slug, day),
    newestDeals(given, dealsShown, day),
    newestDeals(taken, dealsShown, day),
    newestDeals(other, 100, day),
    rankPartners(slug, day),
    companyTerms(company, shown),
    countedTerms(company, shown),
    originatedAssets(company.id),
    heldRights(company, day),
  ]);
  const deals: Record<"given" | "taken" | "other", ListedDeal[]> = {
    given: dealsGiven,
    taken: dealsTaken,
    other: dealsOther,
  };
  return { counts, years, deals, partners, money, terms, assets, rights };
}

async function countDeals(slug: string, day: Day): Promise<Standing> {
  const [row] = await sql<Standing[]>`
    SELECT count(*)::int AS deals,
      count(*) FILTER (WHERE giving_slugs @> ${[slug]})::int AS given,
      count(*) FILTER (WHERE taking_slugs @> ${[slug]})::int AS taken,
      count(*) FILTER (WHERE NOT giving_slugs @> ${[slug]} AND NOT taking_slugs @> ${[slug]})::int AS other
    FROM ${dealsOn(day)} WHERE company_slugs @> ${[slug]}`;
  return row ?? { deals: 0, given: 0, taken: 0, other: 0 };
}

/** Every year with a deal of the company, the earliest first. */
function countByYear(slug: string, day: Day): Promise<Year[]> {
  return sql<Year[]>`
    SELECT extract(year FROM announced_on)::int AS year, count(*)::int AS deals,
      count(*) FILTER (WHERE giving_slugs @> ${[slug]})::int AS given,
      count(*) FILTER (WHERE taking_slugs @> ${[slug]})::int AS taken
    FROM ${dealsOn(day)} WHERE company_slugs @> ${[slug]}
    GROUP BY 1 ORDER BY 1`;
}

/** Those it shares the most deals with; the most recent first among equals. */
async function rankPartners(slug: string, day: Day): Promise<{ top: Partner[]; all: number }> {
  const rows = await sql<(Partner & { all: number })[]>`
    SELECT p.slug, min(p.name) AS name, min(p.native) AS native, min(p.lang) AS lang,
      min(p.country) AS country, count(DISTINCT d.id)::int AS deals,
      count(DISTINCT d.id) FILTER (WHERE d.giving_slugs @> ${[slug]} AND p.slug = ANY (d.taking_slugs))::int AS given,
      count(DISTINCT d.id) FILTER (WHERE d.taking_slugs @> ${[slug]} AND p.slug = ANY (d.giving_slugs))::int AS taken,
      count(*) OVER ()::int AS all
    FROM ${dealsOn(day, sql`d`)}
    CROSS JOIN LATERAL jsonb_to_recordset(d.parties)
      AS p(slug text, name text, native text, lang text, country text)
    WHERE d.company_slugs @> ${[slug]} AND p.slug <> ${slug}
    GROUP BY p.slug ORDER BY deals DESC, max(d.announced_on) DESC, name LIMIT ${partnersShown}`;
  return { top: rows.map(({ all: _, ...partner }) => partner), all: rows[0]?.all ?? 0 };
}

function originatedAssets(id: string): Promise<OriginatedAsset[]> {
  return sql<OriginatedAsset[]>`
    SELECT slug, name, modality, targets, current_stage AS "currentStage" FROM asset
    WHERE originator_id = ${id} AND withdrawn_at IS NULL ORDER BY name, id LIMIT 200`;
}
