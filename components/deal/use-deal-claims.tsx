import { onlyCurrency } from "@/lib/deal/money/rules";
import { useClaimValue } from "../source/use-claim-value";
import type { ClaimWords } from "../source/use-claim-words";
import { Cite } from "./cite";
import type { DealView } from "./deal-view";
import { useClaimField } from "./use-claim-field";

/** How the deal's page reads its claims: an amount without a currency is in the deal's only one. */
export function useDealClaims(view: DealView): ClaimWords {
  return {
    field: useClaimField(view),
    value: useClaimValue(onlyCurrency(view.doc)),
    cite: (sourceId) => <Cite sources={view.citations.ofSource(sourceId)} />,
  };
}
