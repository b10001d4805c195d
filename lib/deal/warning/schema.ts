/** What the deal's document tells, and what it tells beside others'; kept with it when one of them is written. */
export const lastingCodes = [
  "partsDifferFromHeadline",
  "paidAboveMaximum",
  "milestonesAbovePool",
  "paidBeforeSigning",
  "grantsOverlap",
  "grantsOverlapDeals",
  "figureWithoutSource",
  "shouldHaveTriggered",
] as const;

/** What its flat row tells, and what comes and goes with the calendar and with its companies' countries. */
export const passingCodes = ["closedBeforeAnnounced", "pendingForOverAYear", "oneCountry"] as const;

/** What the whole catalogue can be asked for. */
export type CatalogueWarning = (typeof lastingCodes)[number] | (typeof passingCodes)[number];

export type WarningCode = CatalogueWarning | "likelyDuplicate";
