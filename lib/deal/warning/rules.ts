import { scaled } from "../../decimal";
import { totalOf } from "../../money/rules";
import { compareDates, isBefore } from "../../partial-date";
import { stateOf } from "../../payment/term/rules";
import { isVerified } from "../../source/rules";
import { overlap, territoryOf } from "../../territory/rules";
import { sideOf } from "../rules";
import type { DealInput } from "../schema";
import type { WarningCode } from "./schema";

/** A slip that does not block: `code` is a key of the messages, `path` the field it is about. */
export type Warning = { code: WarningCode; path: string; values?: Record<string, string> };

/** What only the catalogue knows of the deal: the countries of its companies, and today. */
export type Surroundings = { countryOf: (companyId: string) => string | undefined; today: string };

/** DOMAIN's warnings for one deal; the likely duplicate is a query's. */
export function dealWarnings(deal: DealInput, around: Surroundings): Warning[] {
  return [
    ...lastingWarnings(deal),
    ...dateWarnings(deal, around.today),
    ...countryWarnings(deal, around),
  ];
}

/** Those of them that are kept with the deal. */
export function lastingWarnings(deal: DealInput): Warning[] {
  return [
    ...headlineWarnings(deal),
    ...paymentWarnings(deal),
    ...poolWarnings(deal),
    ...grantWarnings(deal),
    ...sourceWarnings(deal),
    ...triggerWarnings(deal),
  ];
}

type Term = DealInput["terms"][number];

const notInHeadline = new Set(["HEADLINE", "PLEDGE", "LOAN", "COST_SHARE", "PROFIT_SHARE"]);

/** The announced total against the sum of the parts that it counts, where both are known. */
function headlineWarnings({ terms }: DealInput): Warning[] {
  return terms.flatMap((headline, index): Warning[] => {
    if (headline.kind !== "HEADLINE" || headline.max === null) return [];
    const parts = terms.filter(
      (term) =>
        term.inHeadline &&
        !notInHeadline.has(term.kind) &&
        term.poolId === null &&
        stateOf(term) !== "SUPERSEDED",
    );
    if (
      parts.length === 0 ||
      parts.some((part) => part.max !== null && part.currency !== headline.currency)
    ) {
      return [];
    }
    const sum = totalOf(parts.map((part) => ({ ...part, currency: headline.currency })));
    if (sum.max === null || scaled(sum.max) === scaled(headline.max)) return [];
    const values = { parts: sum.max, headline: headline.max, currency: headline.currency ?? "" };
    return [{ code: "partsDifferFromHeadline", path: `terms.${index}.max`, values }];
  });
}

function yearBefore(today: string): string {
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}

type Dates = Pick<DealInput, "announcedOn" | "closedOn" | "status">;

export function dateWarnings({ announcedOn, closedOn, status }: Dates, today: string): Warning[] {
  const warnings: Warning[] = [];
  if (closedOn && isBefore(closedOn, announcedOn)) {
    warnings.push({ code: "closedBeforeAnnounced", path: "closedOn" });
  }
  if (status === "PENDING_CLOSE" && compareDates(announcedOn, yearBefore(today)) < 0) {
    warnings.push({ code: "pendingForOverAYear", path: "status" });
  }
  return warnings;
}

function paymentWarnings({ terms, announcedOn }: DealInput): Warning[] {
  return terms.flatMap((term, index) =>
    term.steps.flatMap((step, place): Warning[] => {
      const path = `terms.${index}.steps.${place}`;
      if (step.to !== "PAID") return [];
      const warnings: Warning[] = [];
      if (step.on && isBefore(step.on, announcedOn)) {
        warnings.push({ code: "paidBeforeSigning", path: `${path}.on` });
      }
      if (isAbove(step.actualAmount, term) && step.actualCurrency === term.currency) {
        warnings.push({ code: "paidAboveMaximum", path: `${path}.actualAmount` });
      }
      return warnings;
    }),
  );
}

function isAbove(amount: string | null, { max }: Term): boolean {
  return amount !== null && max !== null && scaled(amount) > scaled(max);
}

function poolWarnings({ terms }: DealInput): Warning[] {
  return terms.flatMap((pool, index): Warning[] => {
    const drawn = terms.filter(
      (term) => term.poolId === pool.id && term.currency === pool.currency,
    );
    if (drawn.length === 0) return [];
    const known = drawn.reduce((sum, term) => sum + scaled(term.max ?? term.min ?? "0"), 0n);
    return pool.max !== null && known > scaled(pool.max)
      ? [{ code: "milestonesAbovePool", path: `terms.${index}.max` }]
      : [];
  });
}

function grantWarnings({ grants, assets }: DealInput): Warning[] {
  if (assets.length > 1) return [];
  const exclusive = grants
    .map((grant, index) => ({ grant, index }))
    .filter(({ grant }) => grant.exclusivity === "EXCLUSIVE" && grant.territories.length > 0);
  return exclusive.flatMap(({ grant, index }, place): Warning[] =>
    exclusive
      .slice(0, place)
      .some(
        ({ grant: other }) =>
          other.granteeId !== grant.granteeId &&
          other.field === grant.field &&
          overlap(territoryOf(sides(other)), territoryOf(sides(grant))).length > 0,
      )
      ? [{ code: "grantsOverlap", path: `grants.${index}.territories` }]
      : [],
  );
}

function sides({ territories }: DealInput["grants"][number]) {
  const codes = (mode: "INCLUDE" | "EXCLUDE") =>
    territories.filter((territory) => territory.mode === mode).map(({ code }) => code);
  return { include: codes("INCLUDE"), exclude: codes("EXCLUDE") };
}

/** The claim field that a whole group of terms may rest on. */
export const fieldOfKind: Partial<Record<Term["kind"], string>> = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  EQUITY: "equity",
  OPTION_FEE: "optionFee",
  OPTION_EXERCISE_FEE: "optionFee",
  MILESTONE: "milestones",
  MILESTONE_POOL: "milestones",
  NEAR_TERM: "milestones",
  HEADLINE: "headline",
};

/** Whether a term's figure rests on a source better than memory: by its own claim, or else by its group's. */
export function isTermVerified(
  deal: Pick<DealInput, "claims" | "sources">,
  term: Pick<Term, "id" | "kind">,
) {
  const own = `terms.${term.id}`;
  const hasOwn = deal.claims.some(({ field, status }) => field === own && status === "ACCEPTED");
  const group = fieldOfKind[term.kind];
  return isVerified(deal, hasOwn || !group ? own : group);
}

function sourceWarnings(deal: DealInput): Warning[] {
  return deal.terms.flatMap((term, index): Warning[] => {
    if (term.min === null && term.max === null) return [];
    const group = fieldOfKind[term.kind];
    const claimed = deal.claims.some(
      ({ field }) => field === `terms.${term.id}` || field === group,
    );
    return claimed ? [] : [{ code: "figureWithoutSource", path: `terms.${index}.max` }];
  });
}

const milestoneOf: Partial<Record<DealInput["events"][number]["kind"], Term["category"]>> = {
  APPROVAL: "REGULATORY",
  LAUNCH: "LAUNCH_REIMBURSEMENT",
};

/** An approval or a launch is on record, and the milestone of its kind still waits. */
function triggerWarnings({ events, terms }: DealInput): Warning[] {
  const told = new Set(events.flatMap(({ kind }) => milestoneOf[kind] ?? []));
  return terms.flatMap((term, index): Warning[] =>
    term.category !== null && told.has(term.category) && stateOf(term) === "CONTINGENT"
      ? [{ code: "shouldHaveTriggered", path: `terms.${index}` }]
      : [],
  );
}

function countryWarnings({ parties }: DealInput, { countryOf }: Surroundings): Warning[] {
  const countries = (side: "giving" | "taking") =>
    new Set(parties.filter((p) => sideOf(p.role) === side).map((p) => countryOf(p.companyId)));
  const [from, to] = [countries("giving"), countries("taking")];
  const [country] = from;
  const same = from.size === 1 && to.size === 1 && country !== undefined && to.has(country);
  return same ? [{ code: "oneCountry", path: "parties", values: { country } }] : [];
}
