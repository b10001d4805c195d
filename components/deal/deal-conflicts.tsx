import { ConflictList } from "../source/conflict-list";
import type { DealView } from "./deal-view";
import { useDealClaims } from "./use-deal-claims";

/** Where the deal's sources say different things. */
export function DealConflicts({ view }: { view: DealView }) {
  return <ConflictList evidence={view.doc} words={useDealClaims(view)} />;
}
