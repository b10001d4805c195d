"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { AddButton } from "./add-button";
import { useForm } from "./form-context";
import { including } from "./place-names";
import { RowList } from "./row-list";
import type { Rows } from "./rows";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";
import { useChoices } from "./use-choices";

type Name<K> = { id: string; name: string; kind: K; lang: string };

/** Every other name that should find the record. `words` are the form's own, `kindWords` those of its kinds. */
export function NameRows<K extends string>({
  names,
  rows,
  kinds,
  words,
  kindWords,
}: {
  names: Name<K>[];
  rows: Rows<Name<K>>;
  kinds: readonly K[];
  words: "company-form" | "asset-form";
  kindWords: "companyNameKind" | "assetNameKind";
}) {
  const t = useTranslations(words);
  const addWord = (kind: string) => t(`add.${kind}`);
  const choices = useChoices();
  const languages = including(
    useForm().places.languages,
    names.map(({ lang }) => lang),
  );
  return (
    <RowList
      path="names"
      label={t("names")}
      rows={names}
      nameOf={({ name }, index) => name || t("nameNumber", { number: index + 1 })}
      onRemove={rows.remove}
      dense
      add={kinds.map((kind) => (
        <AddButton
          key={kind}
          onClick={() =>
            rows.add({ id: uuid(), name: "", lang: kind === "NATIVE" ? "ja" : "en", kind })
          }
        >
          {addWord(kind)}
        </AddButton>
      ))}
    >
      {(row, index) => (
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-[1fr_9rem_11rem]">
          <TextField
            path={`names.${index}.name`}
            label={t("name")}
            hideLabel
            value={row.name}
            lang={row.lang}
            onChange={(name) => rows.patch(row.id, { name })}
            className="col-span-2 sm:col-span-1"
          />
          <SelectField
            path={`names.${index}.kind`}
            label={t("nameKind")}
            hideLabel
            value={row.kind}
            choices={choices(kindWords, kinds)}
            onChange={(kind) => rows.patch(row.id, { kind })}
          />
          <SelectField
            path={`names.${index}.lang`}
            label={t("nameLang")}
            hideLabel
            value={row.lang}
            choices={languages}
            onChange={(lang) => rows.patch(row.id, { lang })}
          />
        </div>
      )}
    </RowList>
  );
}
