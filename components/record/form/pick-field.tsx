"use client";

import type { ReactNode } from "react";
import type { PickNoun } from "@/lib/catalogue/search/schema";
import { Combobox } from "../../ui/combobox";
import { Field } from "../../ui/field";
import { useForm } from "./form-context";
import { usePickOption } from "./use-pick-option";

/** A company, an asset or a deal, found by any of its names. */
export function PickField({
  path,
  noun,
  label,
  value,
  onChange,
  onCreate,
  placeholder,
  ...field
}: {
  path: string;
  noun: PickNoun;
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** The list then ends in a row that makes a new record of the typed name. */
  onCreate?: (name: string) => void;
  placeholder?: string;
  hint?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
}) {
  const { problemOf, forget, known, learn, find } = useForm();
  const option = usePickOption();
  const row = value ? known.get(value) : undefined;
  return (
    <Field {...field} label={label} name={path} error={problemOf(path)}>
      {(control) => (
        <Combobox
          control={control}
          label={label}
          value={row ? option(noun, row) : null}
          placeholder={placeholder}
          onSearch={async (text) => {
            const rows = await find(noun, text);
            // Learned at once, so that a pick shows without another question.
            learn(...rows);
            return rows.map((each) => option(noun, each));
          }}
          onChange={(picked) => {
            forget(path);
            onChange(picked?.value ?? null);
          }}
          onCreate={onCreate}
        />
      )}
    </Field>
  );
}
