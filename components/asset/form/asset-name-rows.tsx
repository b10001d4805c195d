"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { AssetNameKind } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { useForm } from "../../record/form/form-context";
import { including } from "../../record/form/place-names";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { AssetFields } from "./asset-fields";

type Name = AssetFields["names"][number];

const kinds = Object.values(AssetNameKind);

/** Every other name that should find the asset. */
export function AssetNameRows({ names, rows }: { names: Name[]; rows: Rows<Name> }) {
  const t = useTranslations("asset-form");
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
          {t(`add.${kind}`)}
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
            choices={choices("assetNameKind", kinds)}
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
