"use client";

import { useTranslations } from "next-intl";
import { v7 as uuid } from "uuid";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { Result } from "@/lib/result";
import { CompanyKind } from "@/prisma/generated/enums";
import { CreateDialog } from "../../record/form/create-dialog";
import { useForm } from "../../record/form/form-context";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import { blankCompany, toCompanyInput } from "./company-fields";

/** A company with the least it needs, made where it is missed. */
export function CreateCompanyDialog({
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
  const t = useTranslations("company-form");
  const choices = useChoices();
  const { places } = useForm();
  return (
    <CreateDialog
      title={t("newTitle")}
      note={t("createNote")}
      start={{ ...blankCompany(name), native: "", nativeLang: "ja" }}
      toInput={({ native, nativeLang, ...fields }) => {
        const names = native.trim()
          ? [{ id: uuid(), name: native, lang: nativeLang, kind: "NATIVE" as const }]
          : [];
        return toCompanyInput({ ...fields, names }, undefined);
      }}
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
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField
              path="country"
              label={t("country")}
              value={fields.country}
              choices={places.countries}
              onChange={(country) => put({ country })}
              blank={{ label: t("choose"), onChange: () => put({ country: "" }) }}
              required
            />
            <SelectField
              path="kind"
              label={t("kind")}
              value={fields.kind || null}
              choices={choices("companyKind", Object.values(CompanyKind))}
              onChange={(kind) => put({ kind })}
              blank={{ label: t("choose"), onChange: () => put({ kind: "" }) }}
              required
            />
            <TextField
              path="names.0.name"
              label={t("native")}
              value={fields.native}
              onChange={(native) => put({ native })}
              optional
            />
            <SelectField
              path="names.0.lang"
              label={t("nameLang")}
              value={fields.nativeLang}
              choices={places.languages}
              onChange={(nativeLang) => put({ nativeLang })}
            />
          </div>
        </>
      )}
    </CreateDialog>
  );
}
