"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { Stage } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { useForm } from "../../record/form/form-context";
import { PickField } from "../../record/form/pick-field";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TokenField } from "../../record/form/token-field";
import { useChoices } from "../../record/form/use-choices";
import type { DealFields } from "./deal-fields";
import { useDealForm } from "./deal-form-context";

type DealAsset = DealFields["assets"][number];

/** What the deal is about, how far it had come at signing and what it is to treat. */
export function DealAssetRows({ assets, rows }: { assets: DealAsset[]; rows: Rows<DealAsset> }) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { known } = useForm();
  const { create } = useDealForm();
  const blank = () => ({
    id: uuid(),
    assetId: "",
    stageAtSigning: "UNKNOWN" as const,
    indications: [],
  });
  return (
    <RowList
      path="assets"
      label={t("assets")}
      rows={assets}
      nameOf={({ assetId }, index) =>
        known.get(assetId)?.label ?? t("assetNumber", { number: index + 1 })
      }
      onRemove={rows.remove}
      labels="first"
      dense
      add={<AddButton onClick={() => rows.add(blank())}>{t("asset")}</AddButton>}
    >
      {(row, index) => {
        const path = `assets.${index}`;
        const pick = (assetId: string) => rows.patch(row.id, { assetId });
        return (
          <div className="grid gap-2 sm:grid-cols-[1fr_10rem] lg:grid-cols-[1fr_10rem_1.2fr]">
            <PickField
              path={`${path}.assetId`}
              noun="assets"
              label={t("asset")}
              hideLabel={index > 0}
              placeholder={t("assetPlaceholder")}
              value={row.assetId}
              onChange={(id) => pick(id ?? "")}
              onCreate={(name) => create("assets", name, pick)}
            />
            <SelectField
              path={`${path}.stageAtSigning`}
              label={t("stage")}
              hideLabel={index > 0}
              value={row.stageAtSigning}
              choices={choices("stage", Object.values(Stage))}
              onChange={(stageAtSigning) => rows.patch(row.id, { stageAtSigning })}
            />
            <TokenField
              path={`${path}.indications`}
              label={t("indications")}
              hideLabel={index > 0}
              placeholder={t("indicationsPlaceholder")}
              values={row.indications}
              onChange={(indications) => rows.patch(row.id, { indications })}
              className="sm:col-span-2 lg:col-span-1"
            />
          </div>
        );
      }}
    </RowList>
  );
}
