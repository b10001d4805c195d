"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ResultError } from "@/lib/result";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextArea } from "../ui/text-area";
import { TextInput } from "../ui/text-input";
import type { Addable, Choice } from "./add-claim";
import { anotherSource, type ClaimDraft } from "./claim-draft";

type Props = {
  addable: Addable;
  draft: ClaimDraft;
  error: ResultError | null;
  onChange: (changed: Partial<ClaimDraft>) => void;
};

export function AddClaimFields(props: Props) {
  const t = useTranslations("claim.add");
  const { addable, draft, onChange } = props;
  return (
    <>
      <Pick {...props} name="field" label={t("field")} choices={addable.fields} />
      <Line {...props} name="value" label={t("value")} hint={t("valueHint")} optional />
      <Pick
        {...props}
        name="source"
        label={t("source")}
        choices={[...addable.sources, { value: anotherSource, label: t("another") }]}
      />
      {draft.source === anotherSource && (
        <div className="grid gap-4 border-l-2 border-line pl-3 sm:grid-cols-2">
          <Line
            {...props}
            name="url"
            label={t("url")}
            hint={t("urlHint")}
            className="sm:col-span-2"
          />
          <Line {...props} name="title" label={t("documentTitle")} className="sm:col-span-2" />
          <Line {...props} name="publisher" label={t("publisher")} optional />
          <Line {...props} name="publishedOn" label={t("publishedOn")} optional />
          <Pick {...props} name="grade" label={t("grade")} choices={addable.grades} />
        </div>
      )}
      <Field name="quote" label={t("quote")} error={problemOf(props.error, "quote")} optional>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={500}
            className="min-h-16"
            value={draft.quote}
            onChange={({ target }) => onChange({ quote: target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** A refused document is named by its path (`source.url`): its end names the field. */
function problemOf(error: ResultError | null, name: keyof ClaimDraft): string | undefined {
  const wrong = error?.fields.find(
    ({ path }) => path.split(".").at(-1) === name || (name === "source" && path === "sourceId"),
  );
  return wrong?.message;
}

type Named = Props & {
  name: keyof ClaimDraft;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
};

function Line({ name, draft, error, onChange, addable: _, ...field }: Named) {
  return (
    <Field {...field} name={name} error={problemOf(error, name)}>
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
}

function Pick({
  name,
  draft,
  error,
  onChange,
  addable: _,
  choices,
  ...field
}: Named & { choices: Choice[] }) {
  return (
    <Field {...field} name={name} error={problemOf(error, name)}>
      {(control) => (
        <Select
          {...control}
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
