import "server-only";
import { authorize } from "../../auth/rules";
import { dealsOn } from "../../catalogue/deal/past/queries";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
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
  authorize(ctx.actor, "catalogue.read");
  return whileUnchanged(`company ${company.slug} ${JSON.stringify(shown)}`, () =>
    readInsight(company, shown),
  );
}

async function readInsight(company: Company, shown: Shown) {
  const { slug } = company;
  const { day } = shown;
  const given = sql`giving_slugs @> ${[slug]}`;
  const taken = sql`taking_slugs @> ${[slug]}`;
  const other = sql`company_slugs @> ${[slug]} AND NOT (${given}) AND NOT (${taken})`;
  const [years, dealsGiven, dealsTaken, dealsOther, partners, money, terms, assets, rights] =
    await Promise.all([
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
  return {
    ...{ counts: standingOf(years), years, deals, partners, money, terms, assets, rights },
  };
}

/** Every deal has a year and is counted in it. */
function standingOf(years: readonly YearStanding[]): Standing {
  const sum = (of: keyof Standing) => years.reduce((all, year) => all + year[of], 0);
  return { deals: sum("deals"), given: sum("given"), taken: sum("taken"), other: sum("other") };
}

type YearStanding = Year & { other: number };

/** Every year with a deal of the company, the earliest first. */
function countByYear(slug: string, day: Day): Promise<YearStanding[]> {
  return sql<YearStanding[]>`
    SELECT extract(year FROM announced_on)::int AS year, count(*)::int AS deals,
      count(*) FILTER (WHERE giving_slugs @> ${[slug]})::int AS given,
      count(*) FILTER (WHERE taking_slugs @> ${[slug]})::int AS taken,
      count(*) FILTER (WHERE NOT giving_slugs @> ${[slug]} AND NOT taking_slugs @> ${[slug]})::int AS other
    FROM ${dealsOn(day)} WHERE company_slugs @> ${[slug]}
    GROUP BY 1 ORDER BY 1`;
}

/**
 * Those it shares the most deals with; the most recent first among equals. They are ranked by the slugs alone, and the
 * few that are shown take their names from one of those deals.
 */
async function rankPartners(slug: string, day: Day): Promise<{ top: Partner[]; all: number }> {
  const rows = await sql<(Partner & { all: number })[]>`
    SELECT p.slug, p.name, p.native, p.lang, p.country, ranked.deals, ranked.given, ranked.taken, ranked.all
    FROM (
      SELECT partner, max(id::text)::uuid AS deal_id, count(*)::int AS deals, max(announced_on) AS latest,
        count(*) FILTER (WHERE giving_slugs @> ${[slug]} AND partner = ANY (taking_slugs))::int AS given,
        count(*) FILTER (WHERE taking_slugs @> ${[slug]} AND partner = ANY (giving_slugs))::int AS taken,
        count(*) OVER ()::int AS all
      FROM ${dealsOn(day)} CROSS JOIN LATERAL unnest(company_slugs) AS partner
      WHERE company_slugs @> ${[slug]} AND partner <> ${slug}
      GROUP BY partner ORDER BY deals DESC, latest DESC, partner LIMIT ${partnersShown}
    ) AS ranked
    JOIN ${dealsOn(day, sql`d`)} ON d.id = ranked.deal_id
    CROSS JOIN LATERAL (
      SELECT * FROM jsonb_to_recordset(d.parties)
        AS named(slug text, name text, native text, lang text, country text)
      WHERE named.slug = ranked.partner LIMIT 1
    ) AS p
    ORDER BY ranked.deals DESC, ranked.latest DESC, p.name`;
  return { top: rows.map(({ all: _, ...partner }) => partner), all: rows[0]?.all ?? 0 };
}

function originatedAssets(id: string): Promise<OriginatedAsset[]> {
  return sql<OriginatedAsset[]>`
    SELECT slug, name, modality, targets, current_stage AS "currentStage" FROM asset
    WHERE originator_id = ${id} AND withdrawn_at IS NULL ORDER BY name, id LIMIT 200`;
}
