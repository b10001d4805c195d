import { useClaimValue } from "../source/use-claim-value";
import type { ClaimWords } from "../source/use-claim-words";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";
import { useClaimField } from "./use-claim-field";

/** How the deal's page reads its claims: an amount without a currency is in the deal's only one. */
export function useDealClaims(view: DealView): ClaimWords {
  const [only = null, ...others] = new Set(view.doc.terms.flatMap((term) => term.currency ?? []));
  const value = useClaimValue(others.length > 0 ? null : only);
  return {
    field: useClaimField(view),
    value,
    cite: (sourceId) => <Cite sources={view.citations.ofSource(sourceId)} />,
  };
}
