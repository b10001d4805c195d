"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { DealLinkKind } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { useForm } from "../../record/form/form-context";
import { PickField } from "../../record/form/pick-field";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { DealFields } from "./deal-fields";

type DealLink = DealFields["links"][number];

/** Other deals that this one amends, follows or belongs with. */
export function LinkRows({ links, rows }: { links: DealLink[]; rows: Rows<DealLink> }) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { known } = useForm();
  const blank = (): DealLink => ({ id: uuid(), toDealId: "", kind: "FOLLOWS", note: null });
  return (
    <RowList
      path="links"
      label={t("links")}
      rows={links}
      nameOf={({ toDealId }, index) =>
        known.get(toDealId)?.label ?? t("linkNumber", { number: index + 1 })
      }
      onRemove={rows.remove}
      labels="all"
      dense
      add={<AddButton onClick={() => rows.add(blank())}>{t("link")}</AddButton>}
    >
      {(link, index) => (
        <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[12rem_1fr] lg:grid-cols-[12rem_1fr_15rem]">
          <SelectField
            path={`links.${index}.kind`}
            label={t("linkKind")}
            value={link.kind}
            choices={choices("dealLinkKind", Object.values(DealLinkKind))}
            onChange={(kind) => rows.patch(link.id, { kind })}
          />
          <PickField
            path={`links.${index}.toDealId`}
            noun="deals"
            label={t("otherDeal")}
            placeholder={t("dealPlaceholder")}
            value={link.toDealId}
            onChange={(id) => rows.patch(link.id, { toDealId: id ?? "" })}
          />
          <TextField
            path={`links.${index}.note`}
            label={t("note")}
            value={link.note}
            onChange={(note) => rows.patch(link.id, { note })}
            className="sm:col-start-2 lg:col-start-3"
          />
        </div>
      )}
    </RowList>
  );
}
