import * as z from "zod";

/** The regions of UN M49. Together with Antarctica they hold every code of ISO 3166-1. */
const m49 = {
  northernAfrica: "DZ EG EH LY MA SD TN",
  easternAfrica: "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
  middleAfrica: "AO CD CF CG CM GA GQ ST TD",
  southernAfrica: "BW LS NA SZ ZA",
  westernAfrica: "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
  caribbean: "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
  centralAmerica: "BZ CR GT HN MX NI PA SV",
  southAmerica: "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
  northernAmerica: "BM CA GL PM US",
  centralAsia: "KG KZ TJ TM UZ",
  // M49 has no code for Taiwan.
  easternAsia: "CN HK JP KP KR MN MO TW",
  southEasternAsia: "BN ID KH LA MM MY PH SG TH TL VN",
  southernAsia: "AF BD BT IN IR LK MV NP PK",
  westernAsia: "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
  easternEurope: "BG BY CZ HU MD PL RO RU SK UA",
  northernEurope: "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
  southernEurope: "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA",
  westernEurope: "AT BE CH DE FR LI LU MC NL",
  oceania: "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS",
  antarctica: "AQ",
};

const eu = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";
const gulf = "AE BH KW OM QA SA";
const middleEast = `${gulf} EG IL IQ IR JO LB PS SY YE`;
const africa = [
  m49.northernAfrica,
  m49.easternAfrica,
  m49.middleAfrica,
  m49.southernAfrica,
  m49.westernAfrica,
].join(" ");
const europe = [
  m49.easternEurope,
  m49.northernEurope,
  m49.southernEurope,
  m49.westernEurope,
  "CY",
].join(" ");
const asia = [
  m49.centralAsia,
  m49.easternAsia,
  m49.southEasternAsia,
  m49.southernAsia,
  without(m49.westernAsia, "CY"),
].join(" ");

/** ISO 3166-1 alpha-2. CN is the mainland; Hong Kong, Macau and Taiwan are their own. */
export const countries: ReadonlySet<string> = members(Object.values(m49).join(" "));

/**
 * Groups as contracts name them, with the members of today; docs/decisions/0010-territory-groups.md says whose
 * lists these are. A contract that means another list is logged with its countries.
 */
export const groups = {
  WORLD: countries,
  GREATER_CHINA: members("CN HK MO TW"),
  APAC: members(
    `${m49.easternAsia} ${m49.southEasternAsia} ${without(m49.southernAsia, "AF IR")} ${m49.oceania}`,
  ),
  ASIA: members(asia),
  ASEAN: members("BN ID KH LA MM MY PH SG TH TL VN"),
  SOUTHEAST_ASIA: members(m49.southEasternAsia),
  SOUTH_ASIA: members(m49.southernAsia),
  CENTRAL_ASIA: members(m49.centralAsia),
  OCEANIA: members(m49.oceania),
  EU: members(eu),
  EEA: members(`${eu} IS LI NO`),
  EUROPE: members(europe),
  NORDICS: members("DK FI IS NO SE"),
  CIS: members("AM AZ BY KG KZ MD RU TJ UZ"),
  NORTH_AMERICA: members("CA US"),
  LATAM: members(`${m49.caribbean} ${m49.centralAmerica} ${m49.southAmerica}`),
  MIDDLE_EAST: members(middleEast),
  GCC: members(gulf),
  MENA: members(`${middleEast} DZ LY MA TN`),
  AFRICA: members(africa),
  SUB_SAHARAN_AFRICA: members(without(africa, m49.northernAfrica)),
} as const satisfies Record<string, ReadonlySet<string>>;

export type Group = keyof typeof groups;

export function isGroup(code: string): code is Group {
  return Object.hasOwn(groups, code);
}

/** ISO 3166-2 of a known country. Whether the part after the hyphen exists is not checked. */
export function isSubdivision(code: string): boolean {
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) && countries.has(code.slice(0, 2));
}

export const countryCode = z
  .string({ error: "Choose a country" })
  .trim()
  .toUpperCase()
  .refine((code) => countries.has(code), { error: "This is not a country code" });

// ISO 3166-2 lists these under China as well; one place has one code here.
const oneCode: Record<string, string> = { "CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW" };

/** A country, a subdivision ("CN-BJ", for carve-outs) or a group of countries. */
export const territoryCode = z
  .string({ error: "Choose a territory" })
  .trim()
  .toUpperCase()
  .overwrite((code) => oneCode[code] ?? code)
  .refine((code) => countries.has(code) || isGroup(code) || isSubdivision(code), {
    error: "This is not a country, a subdivision or a group of countries",
  });

function members(codes: string): ReadonlySet<string> {
  return new Set(codes.split(" ").sort());
}

function without(codes: string, left: string): string {
  const out = new Set(left.split(" "));
  return codes
    .split(" ")
    .filter((code) => !out.has(code))
    .join(" ");
}
