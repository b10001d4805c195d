import type * as z from "zod";
import { type Claimable, claimable, type DealEdit, type dealEdit } from "@/lib/deal/edit/schema";
import type { SourceInput } from "@/lib/source/schema";
import type { DealStatus, DealType } from "@/prisma/generated/enums";
import { newSource } from "../source/form/claims";

export type EditKind = DealEdit["kind"];

export const editKinds: readonly EditKind[] = [
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
  source: SourceInput;
  fields: readonly Claimable[];
};

export function firstDraft(kind: EditKind): EditDraft {
  return {
    ...{ kind, status: "ACTIVE", type: "LICENSE", on: "", tag: "" },
    ...{ source: newSource(), fields: claimable.slice(0, 3) },
  };
}

export function toEdit({ kind, ...draft }: EditDraft): z.input<typeof dealEdit> {
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
    case "addSource":
      return { kind, source: draft.source, fields: [...draft.fields] };
    default:
      return kind satisfies never;
  }
}
