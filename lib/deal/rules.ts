import type { DealStatus, DealType, PartyRole } from "@/prisma/generated/enums";
import type { FieldError } from "../errors";
import { royaltyProblems, termProblems } from "../payment/term/rules";
import { evidenceProblems } from "../source/rules";
import { happeningProblems } from "./event/rules";
import type { DealInput } from "./schema";

/** By the flow of rights: who gives, who takes. The database's is_giving and is_taking say the same. */
const giving: ReadonlySet<PartyRole> = new Set([
  "LICENSOR",
  "OPTION_GRANTOR",
  "SELLER",
  "TARGET",
  "INVESTEE",
]);
const taking: ReadonlySet<PartyRole> = new Set([
  "LICENSEE",
  "OPTION_HOLDER",
  "ACQUIRER",
  "INVESTOR",
]);

export function sideOf(role: PartyRole): "giving" | "taking" | "other" {
  if (giving.has(role)) return "giving";
  return taking.has(role) ? "taking" : "other";
}

/** Types that need a giving and a taking side. */
export const typesWithTwoSides: ReadonlySet<DealType> = new Set([
  "LICENSE",
  "OPTION",
  "DISTRIBUTION",
  "ASSET_PURCHASE",
  "ACQUISITION",
  "EQUITY",
]);

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

/** Everything that keeps a deal from being saved, by field. */
export function dealProblems(deal: DealInput): FieldError[] {
  return [
    ...partyProblems(deal),
    ...below("terms", deal.terms, termProblems),
    ...below("royalties", deal.royalties, royaltyProblems),
    ...referenceProblems(deal),
    ...repeatProblems(deal),
    ...happeningProblems(deal),
    ...linkProblems(deal),
    ...evidenceProblems(deal),
  ];
}

function below<T>(field: string, rows: readonly T[], problemsOf: (row: T) => FieldError[]) {
  return rows.flatMap((row, index) =>
    problemsOf(row).map((problem) => ({ ...problem, path: `${field}.${index}.${problem.path}` })),
  );
}

function partyProblems({ parties, type }: DealInput): FieldError[] {
  if (new Set(parties.map((party) => party.companyId)).size < 2) {
    return [{ path: "parties", message: "A deal needs two companies or more" }];
  }
  if (!typesWithTwoSides.has(type)) return [];
  const sides = new Set(parties.map((party) => sideOf(party.role)));
  if (sides.has("giving") && sides.has("taking")) return [];
  return [{ path: "parties", message: "This type of deal needs a giving and a taking side" }];
}

/** Companies, pools and events that the rows name must be those of the deal. */
function referenceProblems(deal: DealInput): FieldError[] {
  const companies = new Set<string | null>([null, ...deal.parties.map((party) => party.companyId)]);
  const events = new Set<string | null>([null, ...deal.events.map((event) => event.id)]);
  const pools = new Set<string | null>([
    null,
    ...deal.terms.filter((term) => term.kind === "MILESTONE_POOL").map((term) => term.id),
  ]);
  const sources = new Set<string | null>([null, ...deal.sources.map((source) => source.id)]);
  const wrong: FieldError[] = [];
  const expect = (
    known: ReadonlySet<string | null>,
    id: string | null,
    path: string,
    message: string,
  ) => {
    if (!known.has(id)) wrong.push({ path, message });
  };
  const party = "This company is not a party of the deal";
  deal.grants.forEach(({ granteeId }, index) => {
    expect(companies, granteeId, `grants.${index}.granteeId`, party);
  });
  for (const field of ["terms", "royalties"] as const) {
    deal[field].forEach(({ payerId, payeeId }, index) => {
      expect(companies, payerId, `${field}.${index}.payerId`, party);
      expect(companies, payeeId, `${field}.${index}.payeeId`, party);
    });
  }
  deal.terms.forEach((term, index) => {
    expect(pools, term.poolId, `terms.${index}.poolId`, "Choose a pool of this deal");
    expect(events, term.openedById, `terms.${index}.openedById`, "Choose an event of this deal");
    expect(events, term.closedById, `terms.${index}.closedById`, "Choose an event of this deal");
    term.steps.forEach(({ sourceId }, step) => {
      const path = `terms.${index}.steps.${step}.sourceId`;
      expect(sources, sourceId, path, "Choose a source of this deal");
    });
  });
  deal.events.forEach(({ sourceId }, index) => {
    expect(sources, sourceId, `events.${index}.sourceId`, "Choose a source of this deal");
  });
  return wrong;
}

function repeatProblems(deal: DealInput): FieldError[] {
  return [
    ...repeats(
      deal.parties,
      (p) => `${p.companyId} ${p.role}`,
      "parties",
      "companyId",
      "This company has this role already",
    ),
    ...repeats(deal.assets, (a) => a.assetId, "assets", "assetId", "This asset is listed twice"),
    ...deal.grants.flatMap(({ territories }, index) =>
      repeats(
        territories,
        (t) => `${t.mode} ${t.code}`,
        `grants.${index}.territories`,
        "code",
        "This territory is listed twice",
      ),
    ),
    ...repeats(
      deal.links,
      (l) => `${l.toDealId} ${l.kind}`,
      "links",
      "toDealId",
      "This link is listed twice",
    ),
  ];
}

function repeats<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  list: string,
  field: string,
  message: string,
): FieldError[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const key = keyOf(row);
    if (seen.has(key)) return [{ path: `${list}.${index}.${field}`, message }];
    seen.add(key);
    return [];
  });
}

function linkProblems({ id, links }: DealInput): FieldError[] {
  return links.flatMap(({ toDealId }, index) =>
    toDealId === id
      ? [{ path: `links.${index}.toDealId`, message: "A deal cannot be linked to itself" }]
      : [],
  );
}
