"use client";

import { useTranslations } from "next-intl";
import { Modality, Stage } from "@/prisma/generated/enums";
import { PickField } from "../../record/form/pick-field";
import type { Change } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { TokenField } from "../../record/form/token-field";
import { useChoices } from "../../record/form/use-choices";
import type { AssetFields } from "./asset-fields";

/** What an asset is called, what kind of molecule it is, whose it was first and how far it has come. */
export function AssetMainFields({
  fields,
  change,
}: {
  fields: AssetFields;
  change: Change<AssetFields>;
}) {
  const t = useTranslations("asset-form");
  const choices = useChoices();
  const put = (patch: Partial<AssetFields>) => change((now) => ({ ...now, ...patch }));
  return (
    <div className="grid gap-4 sm:grid-cols-6">
      <TextField
        path="name"
        label={t("name")}
        hint={t("nameHint")}
        value={fields.name}
        onChange={(name) => put({ name })}
        required
        className="sm:col-span-6"
      />
      <SelectField
        path="modality"
        label={t("modality")}
        value={fields.modality || null}
        choices={choices("modality", Object.values(Modality))}
        onChange={(modality) => put({ modality })}
        blank={{ label: t("choose"), onChange: () => put({ modality: "" }) }}
        required
        className="sm:col-span-3"
      />
      <SelectField
        path="currentStage"
        label={t("currentStage")}
        value={fields.currentStage}
        choices={choices("stage", Object.values(Stage))}
        onChange={(currentStage) => put({ currentStage })}
        className="sm:col-span-3"
      />
      <TokenField
        path="targets"
        label={t("targets")}
        hint={t("targetsHint")}
        values={fields.targets}
        onChange={(targets) => put({ targets })}
        placeholder="VEGFR2"
        optional
        className="sm:col-span-3"
      />
      <PickField
        path="originatorId"
        noun="companies"
        label={t("originator")}
        hint={t("originatorHint")}
        value={fields.originatorId}
        onChange={(originatorId) => put({ originatorId })}
        optional
        className="sm:col-span-3"
      />
      {fields.slug !== null && (
        <TextField
          path="slug"
          label={t("slug")}
          hint={t("slugHint")}
          value={fields.slug}
          onChange={(slug) => put({ slug })}
          className="sm:col-span-3"
        />
      )}
    </div>
  );
}
