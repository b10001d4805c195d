"use client";

import { useTranslations } from "next-intl";
import type { SourceInput } from "@/lib/source/schema";
import { Grade, SourceKind } from "@/prisma/generated/enums";
import { DateField } from "../../record/form/date-field";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";

/**
 * What a document is. `path` is its place in a record's evidence, where one that is known already is found again
 * by its address and stays as it is; a form of its own has none.
 */
export function SourceFields({
  path,
  source,
  onChange,
}: {
  path?: string;
  source: SourceInput;
  onChange: (patch: Partial<SourceInput>) => void;
}) {
  const t = useTranslations("record-form.evidence");
  const choices = useChoices();
  const at = (field: string) => (path ? `${path}.${field}` : field);
  return (
    <div className="grid gap-3 sm:grid-cols-6">
      <TextField
        path={at("url")}
        label={t("url")}
        value={source.url}
        onChange={(url) => onChange({ url })}
        inputMode="url"
        placeholder="https://"
        className="sm:col-span-4"
      />
      <DateField
        path={at("publishedOn")}
        label={t("publishedOn")}
        value={source.publishedOn}
        onChange={(publishedOn) => onChange({ publishedOn })}
        className="sm:col-span-2"
      />
      <TextField
        path={at("publisher")}
        label={t("publisher")}
        value={source.publisher}
        onChange={(publisher) => onChange({ publisher })}
        className="sm:col-span-2"
      />
      <SelectField
        path={at("kind")}
        label={t("kind")}
        value={source.kind}
        choices={choices("sourceKind", Object.values(SourceKind))}
        onChange={(kind) => onChange({ kind })}
        className="sm:col-span-2"
      />
      <SelectField
        path={at("grade")}
        label={t("grade")}
        value={source.grade}
        choices={choices("grade", Object.values(Grade))}
        onChange={(grade) => onChange({ grade })}
        className="sm:col-span-2"
      />
      <TextField
        path={at("title")}
        label={t("documentTitle")}
        value={source.title}
        onChange={(title) => onChange({ title })}
        optional
        className="sm:col-span-6"
      />
    </div>
  );
}
