/** The filters that show how many deals each of their values would leave. */
export const dealFacets = ["type", "status", "stage", "modality", "from", "to"] as const;
export type DealFacet = (typeof dealFacets)[number];

export type Facets = Record<DealFacet, { value: string; count: number }[]>;
