import { ClientMessages } from "@/app/client-messages";
import { BulkBar } from "@/components/bulk/bulk-bar";
import { CompareSelection } from "@/components/compare/compare-selection";
import { applyBatch, previewBatch, undoBatch } from "../bulk";

const spoken = [
  ...["bulk", "export", "history.fields", "record-form.evidence"],
  ...["dealStatus", "dealType", "sourceKind", "grade"].map((name) => `enums.${name}`),
];

/** What can be done with the deals that are selected. */
export function DealsBulk({ edits }: { edits: boolean }) {
  const actions = { preview: previewBatch, apply: applyBatch, undo: undoBatch };
  return (
    <ClientMessages namespaces={[...(edits ? spoken : ["bulk", "export"]), "compare"]}>
      <CompareSelection />
      <BulkBar list="deals" actions={edits ? actions : null} />
    </ClientMessages>
  );
}
