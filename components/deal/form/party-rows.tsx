"use client";

import { useTranslations } from "next-intl";
import { PartyRole } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { useForm } from "../../record/form/form-context";
import { PickField } from "../../record/form/pick-field";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { blankParty, type PartyFields } from "./deal-fields";
import { useDealForm } from "./deal-form-context";

/** Who is in the deal, on which side, and the subsidiary that signed. */
export function PartyRows({ parties, rows }: { parties: PartyFields[]; rows: Rows<PartyFields> }) {
  const t = useTranslations("deal-form");
  const choices = useChoices();
  const { known } = useForm();
  const { create } = useDealForm();
  return (
    <RowList
      path="parties"
      label={t("parties")}
      rows={parties}
      nameOf={({ companyId }, index) =>
        known.get(companyId)?.label ?? t("partyNumber", { number: index + 1 })
      }
      onRemove={rows.remove}
      labels="first"
      dense
      add={<AddButton onClick={() => rows.add(blankParty(""))}>{t("party")}</AddButton>}
    >
      {(row, index) => {
        const path = `parties.${index}`;
        const pick = (companyId: string) => rows.patch(row.id, { companyId });
        return (
          <div className="grid gap-2 sm:grid-cols-[10rem_1fr] lg:grid-cols-[10rem_1fr_15rem]">
            <SelectField
              path={`${path}.role`}
              label={t("role")}
              hideLabel={index > 0}
              value={row.role || null}
              choices={choices("partyRole", Object.values(PartyRole))}
              onChange={(role) => rows.patch(row.id, { role })}
              blank={{ label: t("choose"), onChange: () => rows.patch(row.id, { role: "" }) }}
            />
            <PickField
              path={`${path}.companyId`}
              noun="companies"
              label={t("company")}
              hideLabel={index > 0}
              placeholder={t("companyPlaceholder")}
              value={row.companyId}
              onChange={(id) => pick(id ?? "")}
              onCreate={(name) => create("companies", name, pick)}
            />
            <TextField
              path={`${path}.signatory`}
              label={t("signatory")}
              hideLabel={index > 0}
              placeholder={t("signatoryPlaceholder")}
              value={row.signatory}
              onChange={(signatory) => rows.patch(row.id, { signatory })}
              className="sm:col-start-2 lg:col-start-3"
            />
          </div>
        );
      }}
    </RowList>
  );
}
