import { type DealInput, dealInput } from "@/lib/deal/schema";
import { toEvidence } from "./evidence";
import type { Row } from "./files";
import { idOf } from "./ids";

type Deal = Row<"deals">;

const company = (slug: string | undefined) => (slug ? idOf("company", slug) : null);

/** The bounds that a disclosure gives one figure. */
function bounds(disclosure: string, amount: string | undefined) {
  return {
    min: disclosure === "UP_TO" ? undefined : amount,
    max: disclosure === "AT_LEAST" ? undefined : amount,
  };
}

function toTerm(deal: string, term: Deal["terms"][number]) {
  const { key, payer, payee, pool, amount, disclosure, ...fields } = term;
  return {
    ...fields,
    ...bounds(disclosure, amount),
    disclosure,
    id: idOf(deal, "term", key),
    payerId: company(payer),
    payeeId: company(payee),
    poolId: pool ? idOf(deal, "term", pool) : null,
  };
}

function toGrant(deal: string, grant: Deal["grants"][number]) {
  const { key, grantee, include, exclude, condition, ...fields } = grant;
  const territory = (mode: string) => (code: string) => ({
    ...{ id: idOf(deal, key, mode, code), mode, code },
    ...(mode === "INCLUDE" && { condition }),
  });
  return {
    ...fields,
    id: idOf(deal, "grant", key),
    granteeId: company(grantee),
    territories: [...include.map(territory("INCLUDE")), ...exclude.map(territory("EXCLUDE"))],
  };
}

function toRoyalty(deal: string, royalty: Deal["royalties"][number]) {
  const { key, payer, payee, tiers, ...fields } = royalty;
  return {
    ...fields,
    id: idOf(deal, "royalty", key),
    payerId: company(payer),
    payeeId: company(payee),
    tiers: tiers.map((tier, index) => ({ ...tier, id: idOf(deal, key, String(index)) })),
  };
}

/** A deal of the data files in the shape that the deal room saves. */
export function toDeal(deal: Deal, sources: ReadonlyMap<string, Row<"sources">>): DealInput {
  const { slug, parties, assets, grants, terms, royalties, events, links, claims, ...fields } =
    deal;
  return dealInput.parse({
    ...fields,
    id: idOf("deal", slug),
    slug,
    parties: parties.map(({ company: name, ...party }) => ({
      ...party,
      id: idOf(slug, "party", name, party.role),
      companyId: idOf("company", name),
    })),
    assets: assets.map(({ asset, ...rest }) => ({
      ...rest,
      id: idOf(slug, "asset", asset),
      assetId: idOf("asset", asset),
    })),
    grants: grants.map((grant) => toGrant(slug, grant)),
    terms: terms.map((term) => toTerm(slug, term)),
    royalties: royalties.map((royalty) => toRoyalty(slug, royalty)),
    events: events.map(({ key, ...event }) => ({ ...event, id: idOf(slug, "event", key) })),
    links: links.map(({ deal: other, kind }) => ({
      ...{ id: idOf(slug, "link", other, kind), kind },
      toDealId: idOf("deal", other),
    })),
    ...toEvidence(`deal ${slug}`, claims, sources),
  });
}
