import { v7 as uuid } from "uuid";
import type { ClaimInput, SourceInput } from "@/lib/source/schema";

/** A new document. A press release is what most deals are logged from. */
export function newSource(): SourceInput {
  return {
    id: uuid(),
    kind: "RELEASE",
    publisher: null,
    title: null,
    url: null,
    publishedOn: null,
    lang: null,
    grade: "COMPANY_RELEASE",
  };
}

/** The source supports the field: accepted, unless another source already is. */
export function supported(claims: ClaimInput[], sourceId: string, field: string): ClaimInput[] {
  const claim = { id: uuid(), field, value: null, sourceId, quote: null, note: null, reason: null };
  const status = isAccepted(claims, field) ? ("PROPOSED" as const) : ("ACCEPTED" as const);
  return [...claims, { ...claim, status }];
}

export function isAccepted(claims: readonly ClaimInput[], field: string): boolean {
  return claims.some((claim) => claim.field === field && claim.status === "ACCEPTED");
}

/** The claim changed; when it becomes the accepted one, the one that was steps back. */
export function patched(
  claims: ClaimInput[],
  id: string,
  patch: Partial<ClaimInput>,
): ClaimInput[] {
  const field = claims.find((claim) => claim.id === id)?.field;
  return claims.map((claim) => {
    if (claim.id === id) return { ...claim, ...patch };
    const stepsBack =
      patch.status === "ACCEPTED" && claim.field === field && claim.status === "ACCEPTED";
    return stepsBack ? { ...claim, status: "PROPOSED" as const } : claim;
  });
}
