import type {
  DealStatus,
  DealType,
  Disclosure,
  Exclusivity,
  Modality,
  Stage,
} from "@/prisma/generated/enums";
import type { Amount } from "../../money/schema";
import { fromDay, type Precision } from "../../partial-date";
import type { ListedParty } from "../deal/dto";

/** The amounts of a deal that stand side by side, in the order of a deal's life. */
export const comparedAmounts = [
  "upfront",
  "equity",
  "option_fee",
  "milestones",
  "headline",
] as const;
export type ComparedAmount = (typeof comparedAmounts)[number];

/** Its figures in its own currency are null where they are in several. */
export type ComparedRow = {
  id: string;
  slug: string;
  title: string;
  type: DealType;
  structures: DealType[];
  status: DealStatus;
  announced_on: string;
  announced_precision: Precision;
  closed_on: string | null;
  closed_precision: Precision | null;
  corridor: string;
  parties: ListedParty[];
  asset_slugs: string[];
  asset_names: string[];
  modalities: Modality[];
  targets: string[];
  indications: string[];
  stages: Stage[];
  territory_include: string[];
  territory_exclude: string[];
  exclusivity: Exclusivity[];
  currency: string | null;
  royalty_wording: string | null;
  royalty_max_pct: string | null;
  upfront_share_pct: string | null;
  paid_to_date: string | null;
  lapsed_to_date: string | null;
  source_count: number;
  has_conflict: boolean;
  unverified: boolean;
} & Record<`${ComparedAmount}_min` | `${ComparedAmount}_max`, string | null> &
  Record<`${ComparedAmount}_disclosure`, Disclosure>;

export type ComparedDeal = Omit<
  ComparedRow,
  | "announced_on"
  | "announced_precision"
  | "closed_on"
  | "closed_precision"
  | `${ComparedAmount}_${"min" | "max" | "disclosure"}`
> & {
  announcedOn: string;
  closedOn: string | null;
  amounts: Record<ComparedAmount, Amount | null>;
};

export function toComparedDeal(row: ComparedRow): ComparedDeal {
  const amount = (name: ComparedAmount) => amountOf(row, name);
  return {
    ...row,
    announcedOn: fromDay(row.announced_on, row.announced_precision),
    closedOn:
      row.closed_on && row.closed_precision ? fromDay(row.closed_on, row.closed_precision) : null,
    amounts: {
      ...{ upfront: amount("upfront"), equity: amount("equity"), option_fee: amount("option_fee") },
      ...{ milestones: amount("milestones"), headline: amount("headline") },
    },
  };
}

/** Null where the deal's amounts are in several currencies. */
function amountOf(row: ComparedRow, name: ComparedAmount): Amount | null {
  const { currency } = row;
  if (currency === "MIXED") return null;
  const [min, max] = [row[`${name}_min`], row[`${name}_max`]];
  return { disclosure: row[`${name}_disclosure`], currency, min, max };
}
