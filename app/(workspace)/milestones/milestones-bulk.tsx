import type { ReactNode } from "react";
import { ClientMessages } from "@/app/client-messages";
import { BulkBar } from "@/components/bulk/bulk-bar";
import { TickList } from "@/components/bulk/tick-list";
import { applyBatch, previewBatch, undoBatch } from "../bulk";

/** The list of payments with what can be done with those that are ticked; for those who may change them. */
export function MilestonesBulk({
  edits,
  children,
  ...list
}: {
  edits: boolean;
  query: string;
  ids: string[];
  total: number;
  children: ReactNode;
}) {
  if (!edits) return children;
  const actions = { preview: previewBatch, apply: applyBatch, undo: undoBatch };
  return (
    <ClientMessages namespaces={["bulk", "grid", "record-form.evidence"]}>
      <TickList {...list} bar={<BulkBar list="milestones" actions={actions} />}>
        {children}
      </TickList>
    </ClientMessages>
  );
}
