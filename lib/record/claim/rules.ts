import { v7 as uuid } from "uuid";
import { invalidField } from "../../errors";
import type { ClaimInput } from "../../source/schema";
import type { ClaimAddition, ClaimJudgement } from "./schema";

/**
 * What an accepted claim does to its record: the field now says it, said it already, or has to be set by a
 * person, for the claim is in words of its own.
 */
export type ClaimEffect = "set" | "same" | "byHand";

/**
 * The claims after one of them was judged. When it is accepted, those that say something else are rejected or
 * superseded, for the same reason; those that agree wait beside it, for one claim of a field is the accepted one.
 */
export function judged(
  claims: readonly ClaimInput[],
  { claimId, verdict, others, reason }: Omit<ClaimJudgement, "id" | "version">,
): ClaimInput[] {
  if (verdict === "WITHDRAWN") return claims.filter(({ id }) => id !== claimId);
  const target = claims.find(({ id }) => id === claimId);
  return claims.map((claim) => {
    if (claim.id === claimId) return { ...claim, status: verdict, reason };
    if (verdict === "REJECTED" || claim.field !== target?.field) return claim;
    return { ...claim, ...standing(claim, target, { others, reason }) };
  });
}

type Beaten = Pick<ClaimJudgement, "others" | "reason">;

/** How another claim of the field stands beside the one that was accepted. */
function standing(
  { value, status, reason: own }: ClaimInput,
  target: ClaimInput,
  { others, reason }: Beaten,
): Pick<ClaimInput, "status" | "reason"> {
  if (status === "SUPERSEDED") return { status, reason: own };
  if (value === null || value === target.value) return { status: "PROPOSED", reason: null };
  return status === "REJECTED" ? { status, reason: own } : { status: others, reason };
}

/** A new claim. It is accepted at once where it only supports what nothing supports yet. */
export function claimOf(
  { field, value, quote, note }: ClaimAddition,
  sourceId: string,
  claims: readonly ClaimInput[],
): ClaimInput {
  const own = claims.filter((claim) => claim.field === field);
  if (own.some((claim) => claim.sourceId === sourceId && claim.value === value)) {
    throw invalidField("sourceId", "This source says so already");
  }
  const free = value === null && own.every(({ status }) => status !== "ACCEPTED");
  const status = free ? "ACCEPTED" : "PROPOSED";
  return { id: uuid(), field, value, quote, note, sourceId, status, reason: null };
}

/** The document with the field set to a claim's words, where the field is one of these; else null. */
export function withPlainValue<D extends object>(
  doc: D,
  fields: readonly (keyof D & string)[],
  field: string,
  value: string,
): object | null {
  return fields.some((plain) => plain === field) ? { ...doc, [field]: value } : null;
}
