"use client";

import { useForm } from "../../record/form/form-context";
import { Combobox } from "../../ui/combobox";
import { Field } from "../../ui/field";
import { useTerritories } from "./use-territories";

/** One territory, by name or code. */
export function RegionField({
  path,
  label,
  value,
  onChange,
}: {
  path: string;
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
}) {
  const { problemOf, forget } = useForm();
  const { option, find } = useTerritories();
  return (
    <Field name={path} label={label} error={problemOf(path)}>
      {(control) => (
        <Combobox
          control={control}
          label={label}
          value={value ? option(value) : null}
          onSearch={find}
          onChange={(picked) => {
            forget(path);
            onChange(picked?.value ?? null);
          }}
        />
      )}
    </Field>
  );
}
