import type { PartyRole } from "@/prisma/generated/enums";
import { sideOf } from "../../deal/rules";
import type { Warning } from "../../deal/warning/rules";
import { lastDay, toDay } from "../../partial-date";
import type { LikelyDuplicate } from "./schema";

type Party = { companyId: string; role: PartyRole };

/**
 * Two of the companies face each other in the deal: one gives and another takes, whichever way, or both are
 * partners on no side.
 */
export function isSamePair(parties: readonly Party[], companyIds: readonly string[]): boolean {
  const on = (side: ReturnType<typeof sideOf>) =>
    new Set(
      parties
        .filter(({ companyId, role }) => companyIds.includes(companyId) && sideOf(role) === side)
        .map(({ companyId }) => companyId),
    );
  const [giving, taking, partners] = [on("giving"), on("taking"), on("other")];
  if (partners.size > 1) return true;
  return giving.size > 0 && taking.size > 0 && new Set([...giving, ...taking]).size > 1;
}

const nearDays = 14;

/** "YYYY-MM-DD", so many days later or, with a minus, earlier. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Could both have been announced within a fortnight of each other, as far as the dates are known? */
export function areNear(a: string, b: string): boolean {
  return (
    toDay(a).day <= shiftDay(lastDay(b), nearDays) && toDay(b).day <= shiftDay(lastDay(a), nearDays)
  );
}

/** A deal that may be there already is worth a second look, and no more: the next save goes past it. */
export function duplicateWarnings(found: readonly LikelyDuplicate[]): Warning[] {
  return found.map(({ title, announcedOn }) => ({
    code: "likelyDuplicate",
    path: "title",
    values: { title, announcedOn },
  }));
}
