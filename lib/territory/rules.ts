import { countries, type Group, groups, isGroup, isSubdivision } from "./schema";

export type Grant = { include: readonly string[]; exclude: readonly string[] };

/** Whole countries, and the subdivisions that are granted without their country or carved out of it. */
export type Territory = {
  countries: Set<string>;
  subdivisions: { include: string[]; exclude: string[] };
};

const nowhere: ReadonlySet<string> = new Set();

/** The countries a code stands for; none for a subdivision, which is never a whole country. */
export function expand(code: string): ReadonlySet<string> {
  if (isGroup(code)) return groups[code];
  return countries.has(code) ? new Set([code]) : nowhere;
}

/**
 * What a grant covers. Exclusions are subtracted; the carve-out of a subdivision leaves its country in. A subdivision
 * that is granted stays so when its country is excluded: the narrower word wins.
 */
export function territoryOf({ include, exclude }: Grant): Territory {
  const covered = new Set(include.flatMap((code) => [...expand(code)]));
  for (const code of exclude) for (const country of expand(code)) covered.delete(country);
  const inCovered = (code: string) => covered.has(countryOf(code));
  return {
    countries: covered,
    subdivisions: {
      include: include.filter(
        (code) => isSubdivision(code) && !inCovered(code) && !exclude.includes(code),
      ),
      exclude: exclude.filter((code) => isSubdivision(code) && inCovered(code)),
    },
  };
}

/** Is all of the code in the territory? Carve-outs only matter to subdivisions. */
export function contains(territory: Territory, code: string): boolean {
  const { include, exclude } = territory.subdivisions;
  if (isSubdivision(code)) {
    return (
      include.includes(code) ||
      (territory.countries.has(countryOf(code)) && !exclude.includes(code))
    );
  }
  const wanted = [...expand(code)];
  return wanted.length > 0 && wanted.every((country) => territory.countries.has(country));
}

/** The countries and subdivisions that both territories cover, sorted. */
export function overlap(a: Territory, b: Territory): string[] {
  const shared = new Set([...a.countries].filter((country) => b.countries.has(country)));
  for (const code of a.subdivisions.include) if (contains(b, code)) shared.add(code);
  for (const code of b.subdivisions.include) if (contains(a, code)) shared.add(code);
  return [...shared].sort();
}

/** The translator of messages/<locale>/territory.json. */
type Words = (
  key: `groups.${Group}` | "excluding",
  values?: { include: string; exclude: string },
) => string;

/** "World excl. CN, HK, MO": groups by name, countries by code; a single country by its name; "" for nothing. */
export function territoryLabel(
  include: readonly string[],
  exclude: readonly string[],
  locale: string,
  t: Words,
): string {
  const separator = locale.startsWith("en") ? ", " : "、";
  const word = (code: string) => (isGroup(code) ? t(`groups.${code}`) : code);
  const [only = "", ...others] = include;
  const alone = others.length === 0 && countries.has(only);
  const included = alone ? countryName(only, locale) : include.map(word).join(separator);
  if (exclude.length === 0) return included;
  return t("excluding", { include: included, exclude: exclude.map(word).join(separator) });
}

// The long names of these say whose they are, which is not for a catalogue to say.
const neutral: ReadonlySet<string> = new Set(["HK", "MO", "PS", "TW"]);
const namers = new Map<string, Intl.DisplayNames>();

/** The name of a country in the locale; the code itself where there is none. */
export function countryName(code: string, locale: string): string {
  const style = neutral.has(code) ? "short" : "long";
  const key = `${locale} ${style}`;
  const namer = namers.get(key) ?? new Intl.DisplayNames(locale, { type: "region", style });
  namers.set(key, namer);
  return (countries.has(code) && namer.of(code)) || code;
}

function countryOf(subdivision: string): string {
  return subdivision.slice(0, 2);
}
