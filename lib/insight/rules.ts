import type { DealStatus } from "@/prisma/generated/enums";

/** Deals whose rights no longer stand, or never came to. */
export const endedStatuses = [
  "OPTION_LAPSED",
  "EXPIRED",
  "TERMINATED",
  "SUPERSEDED",
] as const satisfies DealStatus[];

/** Does what the deal granted still stand today, as far as the catalogue knows? */
export function stands(status: DealStatus): boolean {
  return !endedStatuses.some((ended) => ended === status);
}
