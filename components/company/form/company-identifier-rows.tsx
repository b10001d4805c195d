"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import { CompanyIdScheme } from "@/prisma/generated/enums";
import { AddButton } from "../../record/form/add-button";
import { RowList } from "../../record/form/row-list";
import type { Rows } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { CompanyFields } from "./company-fields";

type Identifier = CompanyFields["identifiers"][number];

const examples: Partial<Record<CompanyIdScheme, string>> = {
  LEI: "549300ZYW0SC0FGYLO24",
  ISIN: "JP3463000004",
  TICKER: "TSE:4502",
  CIK: "1395064",
  WIKIDATA: "Q696715",
};

/** Numbers under which registers and exchanges know the company. */
export function CompanyIdentifierRows({
  identifiers,
  rows,
}: {
  identifiers: Identifier[];
  rows: Rows<Identifier>;
}) {
  const t = useTranslations("company-form");
  const choices = useChoices();
  return (
    <RowList
      path="identifiers"
      label={t("identifiers")}
      rows={identifiers}
      nameOf={({ value }, index) => value || t("identifierNumber", { number: index + 1 })}
      onRemove={rows.remove}
      dense
      add={
        <AddButton onClick={() => rows.add({ id: uuid(), scheme: "TICKER", value: "" })}>
          {t("addIdentifier")}
        </AddButton>
      }
    >
      {(row, index) => (
        <div className="grid gap-2 sm:grid-cols-[16rem_1fr]">
          <SelectField
            path={`identifiers.${index}.scheme`}
            label={t("scheme")}
            hideLabel
            value={row.scheme}
            choices={choices("companyIdScheme", Object.values(CompanyIdScheme))}
            onChange={(scheme) => rows.patch(row.id, { scheme })}
          />
          <TextField
            path={`identifiers.${index}.value`}
            label={t("identifier")}
            hideLabel
            value={row.value}
            placeholder={examples[row.scheme]}
            onChange={(value) => rows.patch(row.id, { value })}
          />
        </div>
      )}
    </RowList>
  );
}
