import type { ClaimAdditionRequest } from "@/lib/record/claim/schema";
import type { RecordRef } from "@/lib/record/schema";
import type { Addable } from "./add-claim";
import { newSource } from "./form/claims";

type Grade = NonNullable<ClaimAdditionRequest["source"]>["grade"];

/** The form of a claim, as it is typed. `source` is an id, or `anotherSource`. */
export type ClaimDraft = {
  field: string;
  value: string;
  quote: string;
  source: string;
  url: string;
  title: string;
  publisher: string;
  publishedOn: string;
  grade: Grade;
};

export const anotherSource = "another";

export function firstClaim({ fields, sources }: Addable): ClaimDraft {
  return {
    field: fields[0]?.value ?? "",
    value: "",
    quote: "",
    source: sources[0]?.value ?? anotherSource,
    url: "",
    title: "",
    publisher: "",
    publishedOn: "",
    grade: "PRESS",
  };
}

/** What is sent: a document that the record has, or a new one. */
export function claimRequest(
  { id, version }: RecordRef,
  { field, value, quote, source, url, title, publisher, publishedOn, grade }: ClaimDraft,
): ClaimAdditionRequest {
  const added = {
    ...newSource(),
    kind: "OTHER" as const,
    url,
    title,
    publisher,
    publishedOn,
    grade,
  };
  const isNew = source === anotherSource;
  return {
    ...{ id, version, field, value, quote, note: "" },
    sourceId: isNew ? null : source,
    source: isNew ? added : null,
  };
}
