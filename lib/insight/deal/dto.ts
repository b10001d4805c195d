import type { DealStatus, DealType, Disclosure } from "@/prisma/generated/enums";
import type { Amount } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";

/** A party as `deal_row` keeps it for the screen. */
export type ListedParty = {
  slug: string;
  name: string;
  native: string | null;
  lang: string | null;
  country: string;
  role: string;
  side: "giving" | "taking" | "other";
};

/** A deal as a line of a short table. Amounts are null where they are in several currencies. */
export type ListedDeal = {
  slug: string;
  title: string;
  type: DealType;
  status: DealStatus;
  announcedOn: string;
  parties: ListedParty[];
  assets: { slug: string; name: string }[];
  territory: { include: string[]; exclude: string[] };
  upfront: Amount | null;
  headline: Amount | null;
  hasConflict: boolean;
  unverified: boolean;
};

export type ListedDealRow = Omit<
  ListedDeal,
  "announcedOn" | "assets" | "territory" | "upfront" | "headline"
> & {
  announced_on: string;
  announced_precision: Precision;
  asset_slugs: string[];
  asset_names: string[];
  territory_include: string[];
  territory_exclude: string[];
  currency: string | null;
  upfront_min: string | null;
  upfront_max: string | null;
  upfront_disclosure: Disclosure;
  headline_min: string | null;
  headline_max: string | null;
  headline_disclosure: Disclosure;
};

export function toListedDeal(row: ListedDealRow): ListedDeal {
  const { slug, title, type, status, parties, hasConflict, unverified } = row;
  return {
    ...{ slug, title, type, status, parties, hasConflict, unverified },
    announcedOn: fromDay(row.announced_on, row.announced_precision),
    assets: row.asset_slugs.map((slug, at) => ({ slug, name: row.asset_names[at] ?? slug })),
    territory: { include: row.territory_include, exclude: row.territory_exclude },
    upfront: amount(row.upfront_disclosure, row.currency, row.upfront_min, row.upfront_max),
    headline: amount(row.headline_disclosure, row.currency, row.headline_min, row.headline_max),
  };
}

const figureless: readonly Disclosure[] = ["UNDISCLOSED", "NONE", "NOT_RESEARCHED"];

function amount(
  disclosure: Disclosure,
  currency: string | null,
  min: string | null,
  max: string | null,
): Amount | null {
  if (min === null && max === null && !figureless.includes(disclosure)) return null;
  return { disclosure, currency: currency === "MIXED" ? null : currency, min, max };
}
