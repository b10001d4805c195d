import "server-only";
import { authorize } from "../../auth/rules";
import { dealsOn } from "../../catalogue/deal/past/queries";
import { dealCondition } from "../../catalogue/deal/queries";
import type { DealFilter } from "../../catalogue/deal/schema";
import type { Ctx } from "../../context";
import { sql } from "../../sql";
import { whileUnchanged } from "../../unchanged";
import { sumDeals } from "../flow/queries";
import type { CompanyFlow, Corridors } from "./dto";

/** Pairs of companies that are drawn; the rest is in the list of deals. */
const pairsShown = 30;

/**
 * Who gives to whom, among the deals that a filter lets through. Of a deal with several countries on a side that the
 * filter narrows, only the countries that it names count: each flow is what its own link lists.
 */
export async function getCorridors(ctx: Ctx, filter: DealFilter): Promise<Corridors> {
  authorize(ctx.actor, "catalogue.read");
  const [flows, years, companies] = await Promise.all([
    sumDeals(ctx, filter, ["from", "to"]),
    sumDeals(ctx, filter, ["year", "from", "to"]),
    filter.from && filter.to ? companyFlows(filter) : null,
  ]);
  const asked = ({ from, to }: { from: string | null; to: string | null }) =>
    isNamed(filter.from, from) && isNamed(filter.to, to);
  return { flows: flows.filter(asked), years: years.filter(asked), companies };
}

function isNamed(names: readonly string[] | undefined, country: string | null): boolean {
  return names === undefined || (country !== null && names.includes(country));
}

/** The pairs with the most deals. A deal of several companies on a side counts with each. */
function companyFlows(filter: DealFilter): Promise<CompanyFlow[]> {
  return whileUnchanged(`company flows ${JSON.stringify(filter)}`, async () => {
    const rows = await sql<{ from: string[]; to: string[]; deals: number }[]>`
      SELECT ARRAY[g.slug, min(g.name)] AS "from", ARRAY[t.slug, min(t.name)] AS "to", count(*)::int AS deals
      FROM ${dealsOn(filter.as_of)},
        LATERAL unnest(giving_slugs, giving_names, giving_countries) AS g(slug, name, country),
        LATERAL unnest(taking_slugs, taking_names, taking_countries) AS t(slug, name, country)
      WHERE ${dealCondition(filter)}
        AND g.country = ANY (${filter.from ?? []}::text[]) AND t.country = ANY (${filter.to ?? []}::text[])
      GROUP BY g.slug, t.slug ORDER BY deals DESC, max(announced_on) DESC, g.slug, t.slug
      LIMIT ${pairsShown}`;
    return rows.map(({ from, to, deals }) => ({ from: named(from), to: named(to), deals }));
  });
}

function named([slug = "", name = slug]: string[]) {
  return { slug, name };
}
