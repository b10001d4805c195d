"use client";

import type { ReactNode } from "react";
import { Field } from "../../ui/field";
import { TextArea } from "../../ui/text-area";
import { TextInput } from "../../ui/text-input";
import { useForm } from "./form-context";

export type TextFieldProps = {
  /** The field's path in the record: it names the control and finds its problem. */
  path: string;
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  hint?: ReactNode;
  /** What was understood of what was typed. */
  echo?: ReactNode;
  /** Said at once, before any save: a slip in what was typed. */
  slip?: string | null;
  /** Paths that have no control of their own: their problems show here. */
  standsFor?: string[];
  placeholder?: string;
  required?: boolean;
  optional?: boolean;
  hideLabel?: boolean;
  multiline?: boolean;
  inputMode?: "text" | "url" | "numeric";
  lang?: string;
  className?: string;
};

/** A line, or with `multiline` a paragraph, of text. */
export function TextField({
  path,
  value,
  onChange,
  echo,
  slip,
  standsFor = [],
  placeholder,
  multiline = false,
  inputMode,
  lang,
  ...field
}: TextFieldProps) {
  const { problemOf, forget } = useForm();
  const paths = [path, ...standsFor];
  const problem = paths.map(problemOf).find(Boolean);
  const change = (text: string) => {
    for (const each of paths) forget(each);
    onChange(text);
  };
  return (
    <Field {...field} name={path} error={problem ?? slip}>
      {(control) => {
        const shared = { ...control, value: value ?? "", placeholder, lang, autoComplete: "off" };
        return (
          <>
            {multiline ? (
              <TextArea {...shared} onChange={({ target }) => change(target.value)} />
            ) : (
              <TextInput
                {...shared}
                inputMode={inputMode}
                onChange={({ target }) => change(target.value)}
              />
            )}
            {echo && <Echo>{echo}</Echo>}
          </>
        );
      }}
    </Field>
  );
}

function Echo({ children }: { children: ReactNode }) {
  return <output className="block text-xs text-ink-2 tabular-nums">{children}</output>;
}
