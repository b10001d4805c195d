import { v7 as uuid } from "uuid";
import type { AssetDoc } from "../../asset/schema";
import type { CompanyDoc } from "../../company/schema";
import type { DealDoc } from "../../deal/schema";
import type { StoredDoc } from "../../record/rules";

/** The kept company with every name, listing and claim of the other; its own come first. */
export function joinCompanies(kept: CompanyDoc, merged: CompanyDoc): CompanyDoc {
  const had = new Set([kept.name, ...kept.names.map(({ name }) => name)]);
  const own = { id: uuid(), name: merged.name, lang: "en", kind: "ALIAS" as const };
  const names = [own, ...merged.names].filter(({ name }) => !had.has(name) && had.add(name));
  return {
    ...withEvidence(kept, merged),
    city: kept.city ?? merged.city,
    foundedYear: kept.foundedYear ?? merged.foundedYear,
    website: kept.website ?? merged.website,
    parentId: kept.parentId === merged.id ? other(merged.parentId, kept.id) : kept.parentId,
    names: [...kept.names, ...names.map((name) => ({ ...name, id: uuid() }))],
    identifiers: [
      ...kept.identifiers,
      ...merged.identifiers.map((each) => ({ ...each, id: uuid() })),
    ],
  };
}

/** An identifier belongs to one company: what is merged gives its own up, and gets them back with the undo. */
export function stripCompany(merged: CompanyDoc, keptId: string): CompanyDoc {
  return { ...merged, identifiers: [], parentId: other(merged.parentId, keptId) };
}

export function joinAssets(kept: AssetDoc, merged: AssetDoc): AssetDoc {
  const had = new Set([kept.name, ...kept.names.map(({ name }) => name)]);
  const kind = /\d/.test(merged.name) ? ("CODE" as const) : ("INN" as const);
  const own = { id: uuid(), name: merged.name, lang: "en", kind };
  const names = [own, ...merged.names].filter(({ name }) => !had.has(name) && had.add(name));
  return {
    ...withEvidence(kept, merged),
    originatorId: kept.originatorId ?? merged.originatorId,
    targets: [...new Set([...kept.targets, ...merged.targets])],
    names: [...kept.names, ...names.map((name) => ({ ...name, id: uuid() }))],
  };
}

/** The kept deal stands as it is; what the other rests on is added to it, to be weighed. */
export function joinDeals(kept: DealDoc, merged: DealDoc): DealDoc {
  return {
    ...withEvidence(kept, merged),
    links: kept.links.filter(({ toDealId }) => toDealId !== merged.id),
  };
}

/** Claims of whole fields come along as proposals; those of a row have no row here. */
function withEvidence<D extends StoredDoc>(kept: D, merged: D): D {
  const known = new Set(kept.sources.map(({ id }) => id));
  const claims = merged.claims
    .filter(({ field }) => !field.includes("."))
    .map((claim) => ({ ...claim, id: uuid(), status: "PROPOSED" as const, reason: null }));
  const used = new Set(claims.map(({ sourceId }) => sourceId));
  const sources = merged.sources.filter(({ id }) => used.has(id) && !known.has(id));
  return { ...kept, sources: [...kept.sources, ...sources], claims: [...kept.claims, ...claims] };
}

function other(id: string | null, own: string): string | null {
  return id === own ? null : id;
}

/** A deal of one company as a deal of another: a role that both had is there once. */
export function withCompany(deal: DealDoc, from: string, to: string): DealDoc {
  const now = (id: string | null) => (id === from ? to : id);
  const paid = <T extends { payerId: string | null; payeeId: string | null }>(term: T): T => ({
    ...term,
    payerId: now(term.payerId),
    payeeId: now(term.payeeId),
  });
  const parties = deal.parties.map((party) => ({
    ...party,
    companyId: now(party.companyId) ?? to,
  }));
  return {
    ...deal,
    parties: once(parties, ({ companyId, role }) => `${companyId} ${role}`),
    grants: deal.grants.map((grant) => ({ ...grant, granteeId: now(grant.granteeId) })),
    terms: deal.terms.map(paid),
    royalties: deal.royalties.map(paid),
  };
}

export function withAsset(deal: DealDoc, from: string, to: string): DealDoc {
  const assets = deal.assets.map((row) => (row.assetId === from ? { ...row, assetId: to } : row));
  return { ...deal, assets: once(assets, ({ assetId }) => assetId) };
}

/** A deal's links to one deal as links to another; one to itself is none. */
export function withDeal(deal: DealDoc, from: string, to: string): DealDoc {
  const links = deal.links
    .map((link) => (link.toDealId === from ? { ...link, toDealId: to } : link))
    .filter(({ toDealId }) => toDealId !== deal.id);
  return { ...deal, links: once(links, ({ toDealId, kind }) => `${toDealId} ${kind}`) };
}

function once<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(keyOf(row)) && seen.add(keyOf(row)));
}
