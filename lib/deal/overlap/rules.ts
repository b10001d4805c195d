import { overlap, territoryOf } from "../../territory/rules";

/** An exclusive grant of a deal that stands: what it covers outright, and between whom. */
export type ExclusiveGrant = {
  dealId: string;
  assetIds: string[];
  granteeId: string | null;
  giverIds: string[];
  field: string | null;
  include: string[];
  exclude: string[];
};

/** The deals that have an exclusive grant which overlaps one of another deal over the same asset. */
export function overlappingDeals(grants: readonly ExclusiveGrant[]): Set<string> {
  const reach = grants.map((grant) => ({ grant, territory: territoryOf(grant) }));
  const found = new Set<string>();
  reach.forEach(({ grant, territory }, place) => {
    for (const { grant: other, territory: theirs } of reach.slice(0, place)) {
      if (!mayClash(grant, other) || overlap(territory, theirs).length === 0) continue;
      found.add(grant.dealId).add(other.dealId);
    }
  });
  return found;
}

/** A grant that passes another on is no clash, nor is one to the same company or for another field of use. */
function mayClash(one: ExclusiveGrant, other: ExclusiveGrant): boolean {
  return (
    one.dealId !== other.dealId &&
    one.granteeId !== null &&
    other.granteeId !== null &&
    one.granteeId !== other.granteeId &&
    one.field === other.field &&
    one.assetIds.some((id) => other.assetIds.includes(id)) &&
    !one.giverIds.includes(other.granteeId) &&
    !other.giverIds.includes(one.granteeId)
  );
}
