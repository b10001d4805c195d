import type * as z from "zod";
import type { BatchEdit, batchEdit } from "@/lib/bulk/schema";
import { type Claimable, claimable } from "@/lib/deal/edit/schema";
import type { SourceInput } from "@/lib/source/schema";
import type { DealStatus, DealType } from "@/prisma/generated/enums";
import { newSource } from "../source/form/claims";

export type EditKind = BatchEdit["kind"];

/** The kinds of a deal's edit, from which one chooses; a payment has one. */
export const dealKinds: readonly EditKind[] = [
  "status",
  "type",
  "closedOn",
  "endedOn",
  "addTag",
  "removeTag",
  "addSource",
];

/** What was typed for every kind of edit: changing the kind loses nothing. */
export type EditDraft = {
  kind: EditKind;
  status: DealStatus;
  type: DealType;
  on: string;
  tag: string;
  note: string;
  source: SourceInput;
  fields: readonly Claimable[];
};

export function firstDraft(kind: EditKind): EditDraft {
  return {
    ...{ kind, status: "ACTIVE", type: "LICENSE", on: "", tag: "", note: "" },
    ...{ source: newSource(), fields: claimable.slice(0, 3) },
  };
}

export function toEdit({ kind, ...draft }: EditDraft): z.input<typeof batchEdit> {
  switch (kind) {
    case "status":
      return { kind, to: draft.status };
    case "type":
      return { kind, to: draft.type };
    case "closedOn":
    case "endedOn":
      return { kind, to: draft.on };
    case "addTag":
    case "removeTag":
      return { kind, tag: draft.tag };
    case "trigger":
      return { kind, on: draft.on, note: draft.note };
    case "addSource":
      return { kind, source: draft.source, fields: [...draft.fields] };
    default:
      return kind satisfies never;
  }
}
