"use client";

import { useTranslations } from "next-intl";
import type { SourceDoc } from "@/lib/source/schema";
import type { Draft } from "@/lib/view/draft/schema";
import type { PlaceNames } from "../../record/form/place-names";
import { RecordFormFrame } from "../../record/form/record-form-frame";
import type { SaveRecord } from "../../record/form/save-answer";
import { SelectField } from "../../record/form/select-field";
import { useRecordForm } from "../../record/form/use-record-form";
import { useSavedPage } from "../../record/form/use-saved-page";
import { SourceFields } from "./source-fields";

/** A document that records rest on: what is put right here is right in all of them. */
export function SourceForm({
  form: address,
  doc,
  places,
  draft,
  save,
}: {
  /** The form's address without its leading slash. */
  form: string;
  doc: SourceDoc;
  places: PlaceNames;
  draft: Draft | null;
  save: SaveRecord<SourceDoc>;
}) {
  const t = useTranslations("source-form");
  const onSaved = useSavedPage("sources", true);
  const form = useRecordForm({
    kind: { form: address, toFields: (each: SourceDoc) => each, toInput, save, onSaved },
    start: () => doc,
    base: doc,
    known: [],
    places,
    draft,
  });
  const { fields, change } = form;
  return (
    <RecordFormFrame
      form={form}
      noun="SOURCE"
      label={t("editTitle")}
      save={t("save")}
      cancelHref={`/sources/${doc.id}`}
    >
      <p className="max-w-prose text-sm text-ink-2">{t("note")}</p>
      <SourceFields source={fields} onChange={(patch) => change((now) => ({ ...now, ...patch }))} />
      <SelectField
        path="lang"
        label={t("language")}
        value={fields.lang ?? ""}
        choices={[{ value: "", label: t("noLanguage") }, ...places.languages]}
        onChange={(lang) => change((now) => ({ ...now, lang: lang || null }))}
        className="max-w-xs"
      />
    </RecordFormFrame>
  );
}

/** What the room parses: the form's own version is the one it started from. */
function toInput({ slug: _, ...fields }: SourceDoc, version: number | undefined) {
  return { ...fields, version };
}
