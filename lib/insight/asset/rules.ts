import { expand, territoryOf } from "../../territory/rules";
import { countries, type Group, groups } from "../../territory/schema";
import type { AssetGrant } from "./dto";

/** Countries in which the same grants hold, in words that territoryLabel reads; `grants` is empty where none does. */
export type RightsArea = {
  key: string;
  countries: string[];
  include: string[];
  exclude: string[];
  grants: AssetGrant[];
};

/**
 * Who holds what, country by country, countries with the same answer together; the largest area first and
 * the countries without a grant last. A part of a country (a city carved out, a province granted) is told
 * by the grant's own words: here a carve-out leaves its country in.
 */
export function rightsByCountry(grants: readonly AssetGrant[]): RightsArea[] {
  const reach = grants.map((grant) => ({ grant, covers: territoryOf(grant).countries }));
  const areas = new Map<string, { countries: string[]; grants: AssetGrant[] }>();
  for (const country of countries) {
    const holding = reach.filter(({ covers }) => covers.has(country)).map(({ grant }) => grant);
    const key = holding.map(({ id }) => id).join(" ");
    const area = areas.get(key);
    if (area) area.countries.push(country);
    else areas.set(key, { countries: [country], grants: holding });
  }
  return [...areas]
    .map(([key, area]) => ({ key, ...area, ...inWords(area.countries) }))
    .sort(
      (a, b) =>
        Math.sign(b.grants.length) - Math.sign(a.grants.length) ||
        b.countries.length - a.countries.length,
    );
}

const mostExcluded = 12;

/** The shortest honest way to name a set of countries: a group, the world or a group without some, or the list. */
export function inWords(codes: readonly string[]): { include: string[]; exclude: string[] } {
  const wanted = new Set(codes);
  const candidates = groupNames
    .filter((group) => groups[group].size >= wanted.size && wanted.size > 1)
    .filter((group) => codes.every((code) => groups[group].has(code)))
    .map((group) => ({
      include: [group],
      exclude: [...expand(group)].filter((code) => !wanted.has(code)),
    }))
    .filter(({ exclude }) => exclude.length <= mostExcluded && exclude.length < wanted.size)
    .sort((a, b) => a.exclude.length - b.exclude.length);
  return candidates[0] ?? { include: [...codes], exclude: [] };
}

const groupNames = Object.keys(groups).filter((name): name is Group => Object.hasOwn(groups, name));
