"use client";

import type { ReactNode } from "react";
import { Field } from "../../ui/field";
import { Select } from "../../ui/select";
import { useForm } from "./form-context";

export type Choice<V extends string> = { value: V; label: string };

/** One of few. With `blank` nothing may be chosen, which is null or, for a field that has no null, "". */
export function SelectField<V extends string>({
  path,
  value,
  choices,
  onChange,
  blank,
  ...field
}: {
  path: string;
  label: string;
  value: V | null;
  choices: Choice<V>[];
  onChange: (value: V) => void;
  /** The words for no choice, and what to do when it is made. */
  blank?: { label: string; onChange: () => void };
  hint?: ReactNode;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
}) {
  const { problemOf, forget } = useForm();
  const change = (text: string) => {
    forget(path);
    const choice = choices.find((each) => each.value === text);
    if (choice) onChange(choice.value);
    else blank?.onChange();
  };
  const isOffered = choices.some((choice) => choice.value === value);
  return (
    <Field {...field} name={path} error={problemOf(path)}>
      {(control) => (
        <Select
          {...control}
          value={isOffered && value ? value : ""}
          onChange={({ target }) => change(target.value)}
        >
          {(blank || !isOffered) && <option value="">{blank?.label ?? ""}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
