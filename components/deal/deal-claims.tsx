import { claimableFields } from "@/lib/deal/claim/rules";
import { type ClaimCommands, Claims } from "../source/claims";
import type { DealView } from "./deal-view";
import { useDealClaims } from "./use-deal-claims";

/** What the deal's sources say, and where they disagree. */
export function DealClaims({
  view,
  commands,
}: {
  view: DealView;
  commands: ClaimCommands | false;
}) {
  return (
    <Claims
      record={view.doc}
      words={useDealClaims(view)}
      fields={claimableFields(view.doc)}
      commands={commands}
    />
  );
}
