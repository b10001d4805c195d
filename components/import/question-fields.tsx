"use client";

import { useTranslations } from "next-intl";
import type { Questions } from "@/lib/exchange/import/rules";
import type { ImportSettings } from "@/lib/exchange/import/schema";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { NameField } from "./name-field";
import { WordField } from "./word-field";

type Props = {
  questions: Questions;
  settings: ImportSettings;
  set: (change: Partial<ImportSettings>) => void;
};

/** What the reading could not decide: the order of day and month, words of the file's own, names that lead nowhere. */
export function QuestionFields({ questions, settings, set }: Props) {
  const t = useTranslations("import.questions");
  const { ambiguousDates, words, companies, assets } = questions;
  const open =
    ambiguousDates > 0 || companies.length + assets.length + Object.keys(words).length > 0;
  if (!open) return null;
  return (
    <section aria-labelledby="questions" className="grid max-w-3xl gap-4">
      <h2 id="questions">{t("title")}</h2>
      {ambiguousDates > 0 && (
        <Field name="dateOrder" label={t("dates", { count: ambiguousDates })}>
          {(control) => (
            <Select
              {...control}
              value={settings.dateOrder ?? ""}
              onChange={({ target: { value } }) =>
                set({ dateOrder: value === "dmy" || value === "mdy" ? value : null })
              }
            >
              <option value="">{t("undecided")}</option>
              <option value="dmy">{t("dmy")}</option>
              <option value="mdy">{t("mdy")}</option>
            </Select>
          )}
        </Field>
      )}
      {Object.entries(words).flatMap(([column, found]) =>
        Object.entries(found).map(([word, count]) => (
          <WordField
            key={`${column} ${word}`}
            {...{ column, word, count }}
            value={settings.words[column]?.[word] ?? ""}
            onChange={(value) => set({ words: withWord(settings.words, { column, word, value }) })}
          />
        )),
      )}
      {companies.map((open) => (
        <NameField
          key={open.name}
          open={open}
          choice={settings.companies[open.name] ?? null}
          mayCreate
          onChange={(choice) => set({ companies: without(settings.companies, open.name, choice) })}
        />
      ))}
      {assets.map((open) => (
        <NameField
          key={open.name}
          open={open}
          choice={settings.assets[open.name] ?? null}
          onChange={(choice) => {
            const known = choice && "id" in choice ? choice : null;
            set({ assets: without(settings.assets, open.name, known) });
          }}
        />
      ))}
    </section>
  );
}

function without<C>(choices: Record<string, C>, name: string, choice: C | null): Record<string, C> {
  const { [name]: _, ...others } = choices;
  return choice === null ? others : { ...others, [name]: choice };
}

function withWord(
  words: ImportSettings["words"],
  { column, word, value }: { column: string; word: string; value: string },
): ImportSettings["words"] {
  return { ...words, [column]: without(words[column] ?? {}, word, value || null) };
}
