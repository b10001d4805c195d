import type { Prisma } from "@/prisma/generated/client";
import type { Change } from "./rules";

export const historySelect = {
  id: true,
  at: true,
  actorName: true,
  via: true,
  entity: true,
  entityId: true,
  action: true,
  version: true,
  changes: true,
  reason: true,
  batchId: true,
} satisfies Prisma.AuditEntrySelect;

type Row = Prisma.AuditEntryGetPayload<{ select: typeof historySelect }>;

/** `at` is an ISO instant in UTC. */
export type HistoryEntry = Omit<Row, "at" | "changes"> & { at: string; changes: Change[] };

/** `record` is the only writer of the column, so its shape is Change[]. */
function asChanges(changes: Prisma.JsonValue): Change[] {
  return Array.isArray(changes) ? (changes as Change[]) : [];
}

export function toHistoryEntry(row: Row): HistoryEntry {
  return { ...row, at: row.at.toISOString(), changes: asChanges(row.changes) };
}
