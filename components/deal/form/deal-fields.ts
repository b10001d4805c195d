import { v7 as uuid } from "uuid";
import type { DealDoc } from "@/lib/deal/schema";
import type { RoyaltyTermInput } from "@/lib/payment/schema";
import type { DealType, PartyRole } from "@/prisma/generated/enums";
import { type TermFields, toTermFields } from "./term-fields";
import { amountText, rangeText } from "./typed-figures";

type Rows = "parties" | "terms" | "royalties";

export type PartyFields = Omit<DealDoc["parties"][number], "role"> & { role: PartyRole | "" };

export type TierFields = {
  id: string;
  /** With its currency: "USD 500m". */
  salesFrom: string;
  salesTo: string;
  /** Per cent: "10", "10–12.5". */
  rate: string;
};

export type RoyaltyFields = Omit<RoyaltyTermInput, "tiers"> & { tiers: TierFields[] };

/** A deal as it stands on the form: what is not chosen yet is "", figures are as they were typed. */
export type DealFields = Omit<DealDoc, "version" | "slug" | "type" | Rows> & {
  type: DealType | "";
  parties: PartyFields[];
  terms: TermFields[];
  royalties: RoyaltyFields[];
  /** The address of a deal that has one already. */
  slug: string | null;
};

export function blankParty(role: PartyRole | ""): PartyFields {
  return { id: uuid(), companyId: "", signatory: null, role };
}

export function blankDeal(): DealFields {
  return {
    id: uuid(),
    slug: null,
    title: "",
    type: "LICENSE",
    structures: [],
    status: "ANNOUNCED",
    announcedOn: "",
    closedOn: null,
    endedOn: null,
    summary: null,
    tags: [],
    parties: [blankParty("LICENSOR"), blankParty("LICENSEE")],
    assets: [],
    grants: [],
    terms: [],
    royalties: [],
    events: [],
    links: [],
    sources: [],
    claims: [],
  };
}

export function toDealFields({ version: _, ...doc }: DealDoc): DealFields {
  return {
    ...doc,
    terms: doc.terms.map(toTermFields),
    royalties: doc.royalties.map((royalty) => ({
      ...royalty,
      tiers: royalty.tiers.map(({ id, salesFrom, salesTo, salesCurrency, rateMin, rateMax }) => ({
        id,
        salesFrom: amountText(salesFrom, salesCurrency),
        salesTo: amountText(salesTo, salesCurrency),
        rate: rangeText(rateMin, rateMax),
      })),
    })),
  };
}
