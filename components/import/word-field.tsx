"use client";

import { useTranslations } from "next-intl";
import { columnWords } from "@/lib/exchange/import/word/rules";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

/** What a word of the file means here. */
export function WordField({
  column,
  word,
  count,
  value,
  onChange,
}: {
  column: string;
  word: string;
  count: number;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("import.questions");
  return (
    <Field name={`word-${column}-${word}`} label={t("word", { column, word, count })}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{t("undecided")}</option>
          {(columnWords[column] ?? []).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
