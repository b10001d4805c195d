import { EvidenceList } from "../source/evidence-list";
import type { DealView } from "./deal-view";
import { useDealClaims } from "./use-deal-claims";

/** What the deal's page rests on. */
export function DealEvidence({ view }: { view: DealView }) {
  return <EvidenceList evidence={view.doc} words={useDealClaims(view)} />;
}
