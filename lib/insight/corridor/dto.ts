import type { DealSum } from "../flow/dto";

/** Deals that go from one country to another; null where a side is empty. */
export type CountryFlow = DealSum<"from" | "to">;

/** Deals between two companies, as far as they are on the two sides. */
export type CompanyFlow = {
  from: { slug: string; name: string };
  to: { slug: string; name: string };
  deals: number;
};

export type Corridors = {
  flows: CountryFlow[];
  /** By year; the same deals. */
  years: DealSum<"year" | "from" | "to">[];
  /** Only where the filter names a country on both sides. */
  companies: CompanyFlow[] | null;
};
