import type { DealDoc } from "@/lib/deal/schema";
import { fieldOfKind, isTermVerified } from "@/lib/deal/warning/rules";
import { byWorth, isVerified } from "@/lib/source/rules";
import type { SourceInput } from "@/lib/source/schema";

type Term = DealDoc["terms"][number];

export type Cited = { number: number; source: SourceInput };

/** The deal's sources under the numbers that the page refers to them by: the best grade first. */
export type Citations = {
  all: Cited[];
  /** The sources whose claims on any of these fields stand, each once. */
  of(...fields: string[]): Cited[];
  /** Those of a term's own claim, or else of its group's, and of its steps. */
  ofTerm(term: Term): Cited[];
  ofSource(id: string | null): Cited[];
  /** An accepted claim of one of these fields rests on more than memory. */
  verified(...fields: string[]): boolean;
  verifiedTerm(term: Term): boolean;
};

export function citationsOf(doc: Pick<DealDoc, "claims" | "sources">): Citations {
  const all = [...doc.sources]
    .sort(byWorth)
    .map((source, index) => ({ number: index + 1, source }));
  const pick = (ids: ReadonlySet<string | null>) => all.filter(({ source }) => ids.has(source.id));
  const sourcesOn = (fields: readonly string[]) =>
    doc.claims
      .filter((claim) => fields.includes(claim.field) && agrees(claim, doc.claims))
      .map(({ sourceId }) => sourceId);
  return {
    all,
    of: (...fields) => pick(new Set(sourcesOn(fields))),
    ofTerm(term) {
      const own = sourcesOn([`terms.${term.id}`]);
      const group = fieldOfKind[term.kind];
      const steps = term.steps.map(({ sourceId }) => sourceId);
      const known = own.length > 0 || !group ? own : sourcesOn([group]);
      return pick(new Set([...known, ...steps]));
    },
    ofSource: (id) => pick(new Set([id])),
    verified: (...fields) => fields.some((field) => isVerified(doc, field)),
    verifiedTerm: (term) => isTermVerified(doc, term),
  };
}

type Claim = DealDoc["claims"][number];

/** Only a source that says what the page says is cited for it; the others stand among the conflicts. */
function agrees({ field, value, status }: Claim, claims: readonly Claim[]): boolean {
  if (status === "ACCEPTED") return true;
  const accepted = claims.find((other) => other.field === field && other.status === "ACCEPTED");
  return status === "PROPOSED" && (!accepted || accepted.value === value);
}
