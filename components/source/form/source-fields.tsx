"use client";

import { useTranslations } from "next-intl";
import type { SourceInput } from "@/lib/source/schema";
import { Grade, SourceKind } from "@/prisma/generated/enums";
import { DateField } from "../../record/form/date-field";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";

/** A document that the catalogue may not know yet. Known by its address, it is found again and stays as it is. */
export function SourceFields({
  path,
  source,
  onChange,
}: {
  path: string;
  source: SourceInput;
  onChange: (patch: Partial<SourceInput>) => void;
}) {
  const t = useTranslations("record-form.evidence");
  const choices = useChoices();
  return (
    <div className="grid gap-3 sm:grid-cols-6">
      <TextField
        path={`${path}.url`}
        label={t("url")}
        value={source.url}
        onChange={(url) => onChange({ url })}
        inputMode="url"
        placeholder="https://"
        className="sm:col-span-4"
      />
      <DateField
        path={`${path}.publishedOn`}
        label={t("publishedOn")}
        value={source.publishedOn}
        onChange={(publishedOn) => onChange({ publishedOn })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.publisher`}
        label={t("publisher")}
        value={source.publisher}
        onChange={(publisher) => onChange({ publisher })}
        className="sm:col-span-2"
      />
      <SelectField
        path={`${path}.kind`}
        label={t("kind")}
        value={source.kind}
        choices={choices("sourceKind", Object.values(SourceKind))}
        onChange={(kind) => onChange({ kind })}
        className="sm:col-span-2"
      />
      <SelectField
        path={`${path}.grade`}
        label={t("grade")}
        value={source.grade}
        choices={choices("grade", Object.values(Grade))}
        onChange={(grade) => onChange({ grade })}
        className="sm:col-span-2"
      />
      <TextField
        path={`${path}.title`}
        label={t("documentTitle")}
        value={source.title}
        onChange={(title) => onChange({ title })}
        optional
        className="sm:col-span-6"
      />
    </div>
  );
}
