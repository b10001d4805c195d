import type { PickRow } from "@/lib/catalogue/search/schema";
import { sideOf } from "@/lib/deal/rules";
import type { DealFields, PartyFields, RoyaltyFields } from "./deal-fields";
import { toTermInput } from "./term-fields";
import { moneyOf, ratesOf } from "./typed-figures";

type Known = ReadonlyMap<string, PickRow>;

/** The companies on one side, in the order of the parties. */
export function companiesOn(parties: readonly PartyFields[], side: "giving" | "taking"): string[] {
  return parties.flatMap(({ companyId, role }) =>
    companyId && role && sideOf(role) === side ? [companyId] : [],
  );
}

/** What a deal is called while nobody has given it a title: "NL-001: Northern Labs → Southern Pharma". */
export function suggestedTitle({ parties, assets }: DealFields, known: Known): string {
  const name = (id: string | undefined) => known.get(id ?? "")?.label;
  const [giving, taking] = [companiesOn(parties, "giving"), companiesOn(parties, "taking")];
  const named = parties.flatMap(({ companyId }) => name(companyId) ?? []);
  const sides = [name(giving[0]), name(taking[0])].filter(Boolean);
  const who = sides.length === 2 ? sides.join(" → ") : named.slice(0, 2).join(" – ");
  const what = name(assets[0]?.assetId);
  if (!who) return "";
  return (what ? `${what}: ${who}` : who).slice(0, 200);
}

/** What the room parses. Without a version it is a new deal, under the id that the form gave it. */
export function toDealInput(fields: DealFields, version: number | undefined, known: Known) {
  const { slug, ...deal } = fields;
  const companies = new Set(deal.parties.map(({ companyId }) => companyId));
  const events = new Set(deal.events.map(({ id }) => id));
  const sources = new Set(deal.sources.map(({ id }) => id));
  const pools = new Set(
    deal.terms.filter(({ kind }) => kind === "MILESTONE_POOL").map(({ id }) => id),
  );
  // A row may refer to one that was taken off the form since.
  const among = (known: ReadonlySet<string>, id: string | null) =>
    id !== null && known.has(id) ? id : null;
  const paid = <T extends { payerId: string | null; payeeId: string | null }>(term: T) => ({
    ...term,
    payerId: among(companies, term.payerId),
    payeeId: among(companies, term.payeeId),
  });
  return {
    ...deal,
    ...(slug !== null && { slug }),
    ...(version !== undefined && { version }),
    title: deal.title.trim() ? deal.title : suggestedTitle(fields, known),
    grants: deal.grants.map((grant) => ({
      ...grant,
      granteeId: among(companies, grant.granteeId),
    })),
    terms: deal.terms.map(toTermInput).map((term) => ({
      ...paid(term),
      poolId: among(pools, term.poolId),
      openedById: among(events, term.openedById),
      closedById: among(events, term.closedById),
      steps: term.steps.map((step) => ({ ...step, sourceId: among(sources, step.sourceId) })),
    })),
    royalties: deal.royalties.map(toRoyaltyInput).map(paid),
    events: deal.events.map((event) => ({ ...event, sourceId: among(sources, event.sourceId) })),
  };
}

function toRoyaltyInput(royalty: RoyaltyFields) {
  return {
    ...royalty,
    tiers: royalty.tiers.map(({ id, salesFrom, salesTo, rate }) => {
      const [from, to] = [moneyOf(salesFrom), moneyOf(salesTo)];
      return {
        id,
        salesFrom: from.amount,
        salesTo: to.amount,
        salesCurrency: from.currency ?? to.currency,
        ...ratesOf(rate),
      };
    }),
  };
}
