import type { FieldError } from "../errors";
import { groupBy } from "../group";
import type { ClaimInput, Evidence, SourceInput } from "./schema";

/** The field's accepted claim rests on more than memory. */
export function isVerified(evidence: Evidence, field: string): boolean {
  const accepted = evidence.claims.find((c) => c.field === field && c.status === "ACCEPTED");
  const source = accepted && evidence.sources.find((s) => s.id === accepted.sourceId);
  return source !== undefined && source.grade !== "RECALLED";
}

/** What is said of one field. */
export type Said = { field: string; claims: ClaimInput[] };

/** The claims field by field, in the order of their first mention. */
export function claimsByField(claims: readonly ClaimInput[]): Said[] {
  return [...groupBy(claims, ({ field }) => field)].map(([field, said]) => ({
    field,
    claims: said,
  }));
}

/** Fields on which claims differ, accepted or not; what an amendment superseded does not count. */
export function conflictsOf(claims: readonly ClaimInput[]): Said[] {
  const standing = claims.filter(({ status, value }) => status !== "SUPERSEDED" && value !== null);
  return claimsByField(standing).filter(
    ({ claims: said }) => new Set(said.map(({ value }) => value)).size > 1,
  );
}

/** What is wrong with the evidence as a whole: a claim without its source, a field accepted twice. */
export function evidenceProblems({ sources, claims }: Evidence): FieldError[] {
  const known = new Set(sources.map((source) => source.id));
  const accepted = new Set<string>();
  return claims.flatMap((claim, index) => {
    const problems: FieldError[] = [];
    if (!known.has(claim.sourceId)) {
      problems.push({
        path: `claims.${index}.sourceId`,
        message: "Choose the source of this claim",
      });
    }
    if (claim.status === "ACCEPTED" && accepted.has(claim.field)) {
      problems.push({
        path: `claims.${index}.status`,
        message: "Only one claim of a field can be accepted",
      });
    }
    if (claim.status === "ACCEPTED") accepted.add(claim.field);
    return problems;
  });
}

const gradeOrder = [
  "COMPANY_RELEASE",
  "EXCHANGE_FILING",
  "REGULATOR",
  "WIRE",
  "PRESS",
  "MIRROR",
  "RECALLED",
];

/** Best grade first, then the earliest. */
export function byWorth(a: SourceInput, b: SourceInput): number {
  return (
    gradeOrder.indexOf(a.grade) - gradeOrder.indexOf(b.grade) ||
    (a.publishedOn ?? "9").localeCompare(b.publishedOn ?? "9")
  );
}

/** The sources that these claims name, in order of first mention. */
export function sourcesOf<S>(claims: readonly ClaimInput[], sources: ReadonlyMap<string, S>): S[] {
  const ids = new Set(claims.map((claim) => claim.sourceId));
  return [...ids].flatMap((id) => sources.get(id) ?? []);
}
