import { useTranslations } from "next-intl";
import type { RecordRef } from "@/lib/record/schema";
import { byWorth } from "@/lib/source/rules";
import type { ClaimInput, Evidence } from "@/lib/source/schema";
import { Grade } from "@/prisma/generated/enums";
import { AddClaim, type AddClaimCommand } from "./add-claim";
import { ClaimList } from "./claim-list";
import { ConflictList } from "./conflict-list";
import { type Judge, JudgeClaim } from "./judge-claim";
import { type ClaimWords, useClaimWords } from "./use-claim-words";

export type ClaimCommands = { judge: Judge; add: AddClaimCommand };

/**
 * What sources say of a record: where they disagree, and every claim. With `commands`, for those who may, each is
 * judged and new ones are added. `fields` are those that a new claim may be about.
 */
export function Claims({
  record,
  words: own,
  fields,
  commands,
}: {
  record: RecordRef & Evidence;
  words?: ClaimWords;
  fields: readonly string[];
  commands: ClaimCommands | false;
}) {
  const enums = useTranslations("enums");
  const words = useClaimWords(own);
  const ref = { id: record.id, version: record.version };
  const sourceName = (id: string) => {
    const source = record.sources.find((one) => one.id === id);
    return source?.publisher ?? source?.title ?? source?.url ?? "";
  };
  const judge =
    commands &&
    ((claim: ClaimInput) => (
      <JudgeClaim
        judge={commands.judge}
        claim={{
          record: ref,
          id: claim.id,
          status: claim.status,
          field: words.field(claim.field),
          words: [claim.value && words.value(claim.field, claim.value), sourceName(claim.sourceId)]
            .filter(Boolean)
            .join(" · "),
          opposed: record.claims.some((other) => differs(other, claim)),
        }}
      />
    ));
  return (
    <>
      <ConflictList evidence={record} words={words} judge={judge || undefined} />
      <ClaimList
        evidence={record}
        words={words}
        judge={judge || undefined}
        add={
          commands && (
            <AddClaim
              add={commands.add}
              addable={{
                record: ref,
                fields: fields.map((field) => ({ value: field, label: words.field(field) })),
                sources: [...record.sources].sort(byWorth).map(({ id, title }) => ({
                  value: id,
                  label: [...new Set([sourceName(id), title])].filter(Boolean).join(" · "),
                })),
                grades: Object.values(Grade).map((grade) => ({
                  value: grade,
                  label: enums(`grade.${grade}`),
                })),
              }}
            />
          )
        }
      />
    </>
  );
}

function differs(other: ClaimInput, { field, value }: ClaimInput): boolean {
  return other.field === field && other.value !== null && other.value !== value;
}
