import { stands } from "../../deal/rules";
import { expand, territoryOf } from "../../territory/rules";
import { countries, type Group, groups } from "../../territory/schema";
import type { AssetGrant, GrantingDeal, RightsHolder } from "./dto";

/** A grant in force. It is passed on where its holder granted the same on, exclusively, by another deal. */
export type Held = AssetGrant & { passedOn: boolean };

/**
 * Who holds what no grant in force gives away: the originator or, where none is on record, who gave first. `because`
 * says how we know: it never left, it came back when `deal` ended, or a grant that is not exclusive leaves it.
 */
export type Derived = {
  holder: RightsHolder;
  because: "never granted" | "returned" | "keeps too";
  deal: GrantingDeal | null;
};

/** Countries with the same answer, in words that territoryLabel reads. */
export type RightsArea = {
  key: string;
  countries: string[];
  include: string[];
  exclude: string[];
  grants: Held[];
  derived: Derived | null;
};

/** Is the grant in force on the day, YYYY-MM-DD? What ended on a day that nobody knows is over. */
export function isInForce({ deal }: AssetGrant, day: string): boolean {
  return deal.announcedOn <= day && !hasEnded(deal, day);
}

function hasEnded({ status, endedOn }: GrantingDeal, day: string): boolean {
  return !stands(status) && (endedOn === null || endedOn <= day);
}

type Reach = { grant: AssetGrant; covers: ReadonlySet<string> };

/**
 * Who holds what on a day, country by country, countries with the same answer together: those with a grant first,
 * the larger area first. A part of a country (a city carved out, a province granted) is told by the grant's own
 * words: here a carve-out leaves its country in.
 */
export function rightsByCountry(
  grants: readonly AssetGrant[],
  originator: RightsHolder | null,
  day: string,
): RightsArea[] {
  const begun = grants.filter(({ deal }) => deal.announcedOn <= day);
  const reach = begun.map((grant) => ({ grant, covers: territoryOf(grant).countries }));
  const areas = new Map<string, Pick<RightsArea, "countries" | "grants" | "derived">>();
  for (const country of countries) {
    const here = reach.filter(({ covers }) => covers.has(country));
    const held = passing(
      here.filter(({ grant }) => !hasEnded(grant.deal, day)),
      day,
    );
    const derived = derivedOf(here, held, originator ?? firstGiver(begun), day);
    const ids = held.map(({ id, passedOn }) => `${id}${passedOn ? "→" : ""}`);
    const key = [...ids, derived?.because, derived?.holder.slug, derived?.deal?.slug].join(" ");
    const area = areas.get(key);
    if (area) area.countries.push(country);
    else areas.set(key, { countries: [country], grants: held, derived });
  }
  return [...areas]
    .map(([key, area]) => ({ key, ...area, ...inWords(area.countries) }))
    .sort(
      (a, b) =>
        Math.sign(b.grants.length) - Math.sign(a.grants.length) ||
        b.countries.length - a.countries.length,
    );
}

/** A condition is met once the option is exercised. */
function passing(here: readonly Reach[], day: string): Held[] {
  return here.map(({ grant }) => ({
    ...grant,
    conditions: (grant.deal.exercisedOn ?? "9") <= day ? [] : grant.conditions,
    passedOn: here.some(
      ({ grant: next }) =>
        next.exclusivity === "EXCLUSIVE" &&
        next.field === grant.field &&
        next.deal.slug !== grant.deal.slug &&
        next.deal.givers.some(({ slug }) => slug === grant.grantee?.slug),
    ),
  }));
}

/** Exclusivities that leave the giver nothing, as far as is known. */
const leavesNothing = new Set(["EXCLUSIVE", "UNKNOWN"]);

function derivedOf(
  here: readonly Reach[],
  held: readonly Held[],
  owner: RightsHolder | null,
  day: string,
): Derived | null {
  if (held.some(({ exclusivity, field }) => leavesNothing.has(exclusivity) && field === null)) {
    return null;
  }
  if (held.length > 0) {
    const [giver = owner] = held[0]?.deal.givers ?? [];
    return giver && { holder: giver, because: "keeps too", deal: null };
  }
  const ended = here
    .map(({ grant }) => grant.deal)
    .filter((deal) => hasEnded(deal, day))
    .sort((a, b) => (b.endedOn ?? "").localeCompare(a.endedOn ?? ""));
  const [last] = ended;
  const [back] = last?.givers ?? [];
  if (last && back) return { holder: back, because: "returned", deal: last };
  return owner && { holder: owner, because: "never granted", deal: null };
}

function firstGiver(grants: readonly AssetGrant[]): RightsHolder | null {
  const deals = grants.map(({ deal }) => deal);
  const [first] = deals.sort((a, b) => a.announcedOn.localeCompare(b.announcedOn));
  return first?.givers[0] ?? null;
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
