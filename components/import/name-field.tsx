"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OpenName } from "@/lib/exchange/import/rules";
import type { NameChoice } from "@/lib/exchange/import/schema";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";

const making = "+";

/** Whose a name of the file is: one of those that it may mean, or a company to be made. */
export function NameField({
  open: { name, count, candidates },
  choice,
  mayCreate = false,
  onChange,
}: {
  open: OpenName;
  choice: NameChoice | null;
  mayCreate?: boolean;
  onChange: (choice: NameChoice | null) => void;
}) {
  const t = useTranslations("import.questions");
  const made = choice && "create" in choice ? choice.create.country : "";
  const [creates, setCreates] = useState(made !== "");
  const value = creates ? making : choice && "id" in choice ? choice.id : "";
  return (
    <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
      <Field name={`name-${name}`} label={t("name", { name, count })}>
        {(control) => (
          <Select
            {...control}
            value={value}
            onChange={({ target }) => {
              setCreates(target.value === making);
              onChange(
                target.value === making || target.value === "" ? null : { id: target.value },
              );
            }}
          >
            <option value="">{t("undecided")}</option>
            {candidates.map(({ id, name, mark }) => (
              <option key={id} value={id}>
                {name} · {mark}
              </option>
            ))}
            {mayCreate && <option value={making}>{t("create")}</option>}
          </Select>
        )}
      </Field>
      {creates && (
        <Field name={`country-${name}`} label={t("country")} hint={t("countryHint")}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={2}
              defaultValue={made}
              onChange={({ target }) => {
                const country = target.value.trim().toUpperCase();
                onChange(country.length === 2 ? { create: { country } } : null);
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
