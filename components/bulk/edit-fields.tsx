"use client";

import { useTranslations } from "next-intl";
import { claimable } from "@/lib/deal/edit/schema";
import { DealStatus, DealType } from "@/prisma/generated/enums";
import { DateField } from "../record/form/date-field";
import { useForm } from "../record/form/form-context";
import { SelectField } from "../record/form/select-field";
import { TextField } from "../record/form/text-field";
import { useChoices } from "../record/form/use-choices";
import { SourceFields } from "../source/form/source-fields";
import { Checkbox } from "../ui/checkbox";
import { FieldSet } from "../ui/field-set";
import { dealKinds, type EditDraft } from "./edit-draft";

type Props = { draft: EditDraft; put: (patch: Partial<EditDraft>) => void };

/** What is to be changed, and to which one value. */
export function EditFields({ draft, put }: Props) {
  const t = useTranslations("bulk");
  return (
    <>
      {dealKinds.includes(draft.kind) && (
        <SelectField
          path="edit.kind"
          label={t("what")}
          value={draft.kind}
          choices={dealKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(kind) => put({ kind })}
        />
      )}
      <Value draft={draft} put={put} />
    </>
  );
}

function Value({ draft, put }: Props) {
  const t = useTranslations("bulk");
  const choices = useChoices();
  switch (draft.kind) {
    case "status":
      return (
        <SelectField
          path="edit.to"
          label={t("value")}
          value={draft.status}
          choices={choices("dealStatus", Object.values(DealStatus))}
          onChange={(status) => put({ status })}
        />
      );
    case "type":
      return (
        <SelectField
          path="edit.to"
          label={t("value")}
          value={draft.type}
          choices={choices("dealType", Object.values(DealType))}
          onChange={(type) => put({ type })}
        />
      );
    case "closedOn":
    case "endedOn":
      return (
        <DateField
          path="edit.to"
          label={t("value")}
          hint={t("dateHint")}
          value={draft.on}
          onChange={(on) => put({ on })}
        />
      );
    case "addTag":
    case "removeTag":
      return (
        <TextField
          path="edit.tag"
          label={t("tag")}
          value={draft.tag}
          onChange={(tag) => put({ tag })}
        />
      );
    case "trigger":
      return (
        <>
          <DateField
            path="edit.on"
            label={t("triggeredOn")}
            hint={t("dateHint")}
            value={draft.on}
            onChange={(on) => put({ on })}
          />
          <TextField
            path="edit.note"
            label={t("note")}
            hint={t("noteHint")}
            value={draft.note}
            onChange={(note) => put({ note })}
          />
        </>
      );
    case "addSource":
      return <SourceValue draft={draft} put={put} />;
    default:
      return draft.kind satisfies never;
  }
}

function SourceValue({ draft, put }: Props) {
  const t = useTranslations("bulk");
  const words = useTranslations("history.fields");
  const problem = useForm().problemOf("edit.fields");
  return (
    <>
      <SourceFields
        path="edit.source"
        source={draft.source}
        onChange={(patch) => put({ source: { ...draft.source, ...patch } })}
      />
      <FieldSet legend={t("supports")} hint={t("supportsHint")} className="sm:grid-cols-3">
        {claimable.map((field) => (
          <Checkbox
            key={field}
            name="edit.fields"
            label={words(field)}
            checked={draft.fields.includes(field)}
            onChange={({ target }) =>
              put({
                fields: claimable.filter((one) =>
                  one === field ? target.checked : draft.fields.includes(one),
                ),
              })
            }
          />
        ))}
      </FieldSet>
      {problem && <p className="text-xs font-[520] text-seal">{problem}</p>}
    </>
  );
}
