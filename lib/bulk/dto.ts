import type { Prisma } from "@/prisma/generated/client";
import type { Tally } from "./rules";
import { type BatchEdit, batchEdit } from "./schema";

export const batchSelect = {
  id: true,
  actorName: true,
  noun: true,
  edit: true,
  undoes: true,
  total: true,
  done: true,
  tally: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.DealBatchSelect;

type Row = Prisma.DealBatchGetPayload<{ select: typeof batchSelect }>;

/** What a batch changes. */
export type BatchNoun = "DEAL" | "PAYMENT";

/** Many changed as one act, so far. Instants are ISO in UTC. */
export type Batch = {
  id: string;
  actorName: string;
  noun: BatchNoun;
  /** Null for an undo. */
  edit: BatchEdit | null;
  undoes: string | null;
  total: number;
  /** How many are dealt with; the tally is of these, and of all before the batch is started. */
  done: number;
  tally: Tally;
  at: string;
  state: "previewed" | "started" | "finished";
};

export function toBatch({
  noun,
  edit,
  tally,
  createdAt,
  startedAt,
  finishedAt,
  ...row
}: Row): Batch {
  return {
    ...row,
    noun: noun === "PAYMENT" ? "PAYMENT" : "DEAL",
    edit: edit === null ? null : batchEdit.parse(edit),
    tally: asTally(tally),
    at: (startedAt ?? createdAt).toISOString(),
    state: finishedAt ? "finished" : startedAt ? "started" : "previewed",
  };
}

/** The room's commands are the only writers of the column, so its shape is a Tally. */
function asTally(tally: Prisma.JsonValue): Tally {
  return tally as Tally;
}
