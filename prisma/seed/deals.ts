import { type DealInput, dealInput } from "@/lib/deal/schema";
import { type Sources, toEvidence } from "./evidence";
import type { DealRow, GrantRow, RoyaltyRow, TermRow } from "./files";
import { idOf } from "./ids";

const company = (slug: string | undefined) => (slug ? idOf("company", slug) : null);
const sourceId = (key: string | undefined) => (key ? idOf("source", key) : null);

/** The bounds that a disclosure gives one figure. */
function bounds({ disclosure, amount }: TermRow) {
  return {
    min: disclosure === "UP_TO" ? undefined : amount,
    max: disclosure === "AT_LEAST" ? undefined : amount,
  };
}

function toTerm(record: string, term: TermRow) {
  const { key, payer, payee, pool, openedBy, closedBy, amount: _, steps, ...fields } = term;
  const row = (kind: string, name: string | undefined) => (name ? idOf(record, kind, name) : null);
  return {
    ...fields,
    ...bounds(term),
    id: idOf(record, "term", key),
    payerId: company(payer),
    payeeId: company(payee),
    poolId: row("term", pool),
    openedById: row("event", openedBy),
    closedById: row("event", closedBy),
    steps: steps.map(({ source, ...step }) => ({ ...step, sourceId: sourceId(source) })),
  };
}

/** The condition of a grant holds for each place that it gives. */
function toGrant(record: string, grant: GrantRow) {
  const { key, grantee, include, exclude, condition, ...fields } = grant;
  const territory = (mode: string, code: string) => ({
    ...{ id: idOf(record, key, mode, code), mode, code },
  });
  return {
    ...fields,
    id: idOf(record, "grant", key),
    granteeId: company(grantee),
    territories: [
      ...include.map((code) => ({ ...territory("INCLUDE", code), condition })),
      ...exclude.map((code) => territory("EXCLUDE", code)),
    ],
  };
}

function toRoyalty(record: string, { key, payer, payee, tiers, ...fields }: RoyaltyRow) {
  return {
    ...fields,
    id: idOf(record, "royalty", key),
    payerId: company(payer),
    payeeId: company(payee),
    tiers: tiers.map((tier, index) => ({ ...tier, id: idOf(record, key, String(index)) })),
  };
}

/** Sources that an event or a payment step names, beside those of the claims. */
function alsoNamed({ events, terms }: DealRow): string[] {
  return [...events, ...terms.flatMap(({ steps }) => steps)].flatMap(({ source }) => source ?? []);
}

/** A deal of the data files in the shape that the deal room saves. */
export function toDeal(deal: DealRow, sources: Sources): DealInput {
  const { slug, parties, assets, grants, terms, royalties, events, links, claims, ...fields } =
    deal;
  const record = `deal ${slug}`;
  return dealInput.parse({
    ...fields,
    id: idOf("deal", slug),
    slug,
    parties: parties.map(({ company: name, ...party }) => ({
      ...party,
      id: idOf(record, "party", name, party.role),
      companyId: idOf("company", name),
    })),
    assets: assets.map(({ asset, ...rest }) => ({
      ...rest,
      id: idOf(record, "asset", asset),
      assetId: idOf("asset", asset),
    })),
    grants: grants.map((grant) => toGrant(record, grant)),
    terms: terms.map((term) => toTerm(record, term)),
    royalties: royalties.map((royalty) => toRoyalty(record, royalty)),
    events: events.map(({ key, source, ...event }) => ({
      ...event,
      id: idOf(record, "event", key),
      sourceId: sourceId(source),
    })),
    links: links.map(({ to, ...link }) => ({
      ...link,
      id: idOf(record, "link", to, link.kind),
      toDealId: idOf("deal", to),
    })),
    ...toEvidence(record, claims, sources, alsoNamed(deal)),
  });
}
