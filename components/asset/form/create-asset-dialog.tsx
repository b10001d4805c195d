"use client";

import { useTranslations } from "next-intl";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Result } from "@/lib/result";
import { Modality } from "@/prisma/generated/enums";
import { CreateDialog } from "../../record/form/create-dialog";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { TokenField } from "../../record/form/token-field";
import { useChoices } from "../../record/form/use-choices";
import { blankAsset, toAssetInput } from "./asset-fields";

/** An asset with the least it needs, made where it is missed. */
export function CreateAssetDialog({
  name,
  create,
  onCreated,
  onClose,
}: {
  name: string;
  create: (input: unknown) => Promise<Result<PickRow>>;
  onCreated: (row: PickRow) => void;
  onClose: () => void;
}) {
  const t = useTranslations("asset-form");
  const choices = useChoices();
  return (
    <CreateDialog
      title={t("newTitle")}
      note={t("createNote")}
      start={blankAsset(name)}
      toInput={(fields) => toAssetInput(fields, undefined)}
      create={create}
      onCreated={onCreated}
      onClose={onClose}
    >
      {(fields, put) => (
        <>
          <TextField
            path="name"
            label={t("name")}
            value={fields.name}
            onChange={(name) => put({ name })}
            required
          />
          <SelectField
            path="modality"
            label={t("modality")}
            value={fields.modality || null}
            choices={choices("modality", Object.values(Modality))}
            onChange={(modality) => put({ modality })}
            blank={{ label: t("choose"), onChange: () => put({ modality: "" }) }}
            required
          />
          <TokenField
            path="targets"
            label={t("targets")}
            hint={t("targetsHint")}
            values={fields.targets}
            onChange={(targets) => put({ targets })}
            optional
          />
        </>
      )}
    </CreateDialog>
  );
}
