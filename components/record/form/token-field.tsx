"use client";

import type { ReactNode } from "react";
import { Field } from "../../ui/field";
import { TokenInput } from "../../ui/token-input";
import { useForm } from "./form-context";

/** Several short words, such as targets or tags. A problem of any of them is shown at the field. */
export function TokenField({
  path,
  values,
  onChange,
  placeholder,
  ...field
}: {
  path: string;
  label: string;
  values: string[];
  onChange: (values: string[]) => void;
  hint?: ReactNode;
  placeholder?: string;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
}) {
  const { problemOf, forget } = useForm();
  const change = (next: string[]) => {
    forget(path);
    onChange(next);
  };
  const inner = values.map((_, index) => problemOf(`${path}.${index}`)).find(Boolean);
  return (
    <Field {...field} name={path} error={problemOf(path) ?? inner}>
      {(control) => (
        <TokenInput control={control} values={values} onChange={change} placeholder={placeholder} />
      )}
    </Field>
  );
}
