"use client";

import { useTranslations } from "next-intl";
import { CompanyKind } from "@/prisma/generated/enums";
import { useForm } from "../../record/form/form-context";
import { PickField } from "../../record/form/pick-field";
import type { Change } from "../../record/form/rows";
import { SelectField } from "../../record/form/select-field";
import { TextField } from "../../record/form/text-field";
import { useChoices } from "../../record/form/use-choices";
import type { CompanyFields } from "./company-fields";

/** What a company is called, where it is run from and what it does. */
export function CompanyMainFields({
  fields,
  change,
}: {
  fields: CompanyFields;
  change: Change<CompanyFields>;
}) {
  const t = useTranslations("company-form");
  const choices = useChoices();
  const { countries } = useForm().places;
  const put = (patch: Partial<CompanyFields>) => change((now) => ({ ...now, ...patch }));
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
        path="country"
        label={t("country")}
        value={fields.country}
        choices={countries}
        onChange={(country) => put({ country })}
        blank={{ label: t("choose"), onChange: () => put({ country: "" }) }}
        required
        className="sm:col-span-3"
      />
      <TextField
        path="city"
        label={t("city")}
        value={fields.city}
        onChange={(city) => put({ city })}
        optional
        className="sm:col-span-3"
      />
      <SelectField
        path="kind"
        label={t("kind")}
        value={fields.kind || null}
        choices={choices("companyKind", Object.values(CompanyKind))}
        onChange={(kind) => put({ kind })}
        blank={{ label: t("choose"), onChange: () => put({ kind: "" }) }}
        required
        className="sm:col-span-3"
      />
      <TextField
        path="foundedYear"
        label={t("founded")}
        value={fields.foundedYear}
        onChange={(foundedYear) => put({ foundedYear })}
        inputMode="numeric"
        placeholder="1781"
        optional
        className="sm:col-span-1"
      />
      <TextField
        path="website"
        label={t("website")}
        value={fields.website}
        onChange={(website) => put({ website })}
        inputMode="url"
        placeholder="hutch-med.com"
        optional
        className="sm:col-span-2"
      />
      <PickField
        path="parentId"
        noun="companies"
        label={t("parent")}
        hint={t("parentHint")}
        value={fields.parentId}
        onChange={(parentId) => put({ parentId })}
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
