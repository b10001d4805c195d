import { typedTerm } from "../../money/typed/rules";
import { stateOf } from "../../payment/term/rules";
import { withPlainValue } from "../../record/claim/rules";
import { onlyCurrency } from "../money/rules";
import type { DealDoc, DealInput } from "../schema";
import { fieldOfKind } from "../warning/rules";

type Term = DealDoc["terms"][number];

const plainFields = [
  "title",
  "type",
  "status",
  "announcedOn",
  "closedOn",
  "endedOn",
  "summary",
] as const;

/**
 * The deal with a field set to what a claim says. An amount sets the one payment that the claim is about; where a
 * group has several, or the words are no amount, only a person can tell: null.
 */
export function withDealValue(doc: DealDoc, field: string, value: string): object | null {
  const { assets, grants, terms } = doc;
  if (field === "stageAtSigning" && assets.length === 1) {
    return { ...doc, assets: assets.map((asset) => ({ ...asset, stageAtSigning: value })) };
  }
  if (field === "exclusivity" && grants.length === 1) {
    return { ...doc, grants: grants.map((grant) => ({ ...grant, exclusivity: value })) };
  }
  const term = termOf(terms, field);
  const amount = term && amountIn(value, term.currency ?? onlyCurrency(doc));
  if (!amount) return withPlainValue(doc, plainFields, field, value);
  return {
    ...doc,
    terms: terms.map((other) => (other.id === term.id ? { ...other, ...amount } : other)),
  };
}

function termOf(terms: readonly Term[], field: string): Term | undefined {
  const meant = terms.filter(
    (term) =>
      `terms.${term.id}` === field ||
      (fieldOfKind[term.kind] === field && stateOf(term) !== "SUPERSEDED"),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

type Bounds = Pick<Term, "disclosure" | "currency" | "min" | "max">;

function amountIn(text: string, currency: string | null): Bounds | null {
  const read = typedTerm(text);
  const { low, high } = read;
  if (read.problem || low === null) return null;
  const said = { disclosure: read.disclosure ?? "EXACT", currency: read.currency ?? currency };
  switch (said.disclosure) {
    case "UP_TO":
      return { ...said, min: null, max: low };
    case "AT_LEAST":
      return { ...said, min: low, max: null };
    case "RANGE":
      return { ...said, min: low, max: high };
    default:
      return { ...said, min: low, max: low };
  }
}

/** The parts of a deal that it can be asked about, on its form and on its page. */
type Sayings = {
  [F in "announcedOn" | "closedOn" | "endedOn" | "summary"]: string | null;
} & {
  parties: readonly { companyId: string }[];
  assets: readonly { stageAtSigning: string }[];
  grants: readonly unknown[];
  terms: readonly { id: string; kind: Term["kind"] }[];
  royalties: readonly unknown[];
  events: readonly { id: string }[];
};

/** The fields of which the deal says something, so that a source can support it; some payments by their group. */
export function saidFields(deal: Sayings): string[] {
  const groups = deal.terms.map((term) => fieldOfKind[term.kind] ?? `terms.${term.id}`);
  const staged = deal.assets.some(({ stageAtSigning }) => stageAtSigning !== "UNKNOWN");
  return [
    ...(deal.announcedOn?.trim() ? ["announcedOn"] : []),
    ...(deal.parties.some(({ companyId }) => companyId) ? ["parties"] : []),
    ...(deal.assets.length > 0 ? ["assets"] : []),
    ...(staged ? ["stageAtSigning"] : []),
    ...(deal.grants.length > 0 ? ["territory", "exclusivity"] : []),
    ...groups,
    ...(deal.royalties.length > 0 ? ["royalty"] : []),
    ...(deal.closedOn?.trim() ? ["closedOn"] : []),
    ...(deal.endedOn?.trim() ? ["endedOn"] : []),
    ...(deal.summary?.trim() ? ["summary"] : []),
    ...deal.events.map(({ id }) => `events.${id}`),
  ];
}

/** Every field that a claim on the deal's page may be about: also what the deal does not say yet. */
export function claimableFields(
  deal: Pick<DealInput, keyof Sayings | "claims"> & RowIds,
): string[] {
  return [
    ...new Set([
      ...saidFields(deal),
      ...["type", "status", "closedOn", "endedOn", "headline", "upfront", "milestones", "royalty"],
      ...deal.terms.map(({ id }) => `terms.${id}`),
      ...deal.royalties.map(({ id }) => `royalties.${id}`),
      ...deal.grants.map(({ id }) => `grants.${id}`),
      ...deal.claims.map(({ field }) => field),
    ]),
  ];
}

type RowIds = { [L in "terms" | "royalties" | "grants"]: readonly { id: string }[] };
