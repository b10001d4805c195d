"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Import } from "@/lib/exchange/import/dto";
import { delimiters, encodings } from "@/lib/exchange/import/file/rules";
import { mapColumns } from "@/lib/exchange/import/rules";
import {
  type ImportKind,
  type ImportSettings,
  importKinds,
  type ReadInput,
  type ResampleInput,
} from "@/lib/exchange/import/schema";
import type { Result } from "@/lib/result";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { toRoute } from "../ui/to-route";
import { ColumnTable } from "./column-table";
import { QuestionFields } from "./question-fields";

type Read = (input: ReadInput) => Promise<Result<void>>;

const delimiterNames = Object.keys(delimiters) as (keyof typeof delimiters)[];

/** How the file is to be read: what its columns are, and what only a person can say. Needs "import". */
export function ColumnsForm({
  file,
  columns,
  read,
  resample,
}: {
  file: Import;
  columns: Record<ImportKind, string[]>;
  read: Read;
  resample: (input: ResampleInput) => Promise<Result<void>>;
}) {
  const t = useTranslations("import");
  const router = useRouter();
  const [kind, setKind] = useState(file.kind);
  const [settings, setSettings] = useState(file.settings);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const set = (change: Partial<ImportSettings>) => setSettings((now) => ({ ...now, ...change }));

  const lookAgain = (change: Partial<Pick<ImportSettings, "encoding" | "delimiter">>) =>
    start(async () => {
      const { encoding, delimiter } = settings;
      const result = await resample({ id: file.id, encoding, delimiter, ...change });
      if (!result.ok) return setProblem(result.error.message);
      set(change);
      router.refresh();
    });

  const submit = () =>
    start(async () => {
      const result = await read({ id: file.id, kind, settings });
      if (!result.ok) return setProblem(result.error.message);
      router.replace(toRoute(`/import/${file.id}`));
      router.refresh();
    });

  return (
    <div className="grid gap-5">
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <Field name="kind" label={t("kind")}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={({ target }) => {
                const chosen = importKinds.find((one) => one === target.value) ?? kind;
                setKind(chosen);
                set({ columns: mapColumns(file.header, columns[chosen]) });
              }}
            >
              {importKinds.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="blank" label={t("blank")}>
          {(control) => (
            <Select
              {...control}
              value={settings.blank}
              onChange={({ target }) => set({ blank: target.value === "clear" ? "clear" : "keep" })}
            >
              <option value="keep">{t("blankKeep")}</option>
              <option value="clear">{t("blankClear")}</option>
            </Select>
          )}
        </Field>
        {file.format === "csv" && (
          <>
            <Field name="encoding" label={t("encoding")} hint={t("encodingHint")}>
              {(control) => (
                <Select
                  {...control}
                  value={settings.encoding}
                  onChange={({ target }) => {
                    const encoding = encodings.find((one) => one === target.value);
                    if (encoding) lookAgain({ encoding });
                  }}
                >
                  {encodings.map((one) => (
                    <option key={one} value={one}>
                      {t(`encodings.${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="delimiter" label={t("delimiter")}>
              {(control) => (
                <Select
                  {...control}
                  value={settings.delimiter}
                  onChange={({ target }) => {
                    const delimiter = delimiterNames.find((one) => one === target.value);
                    if (delimiter) lookAgain({ delimiter });
                  }}
                >
                  {delimiterNames.map((one) => (
                    <option key={one} value={one}>
                      {t(`delimiters.${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </>
        )}
      </div>
      <QuestionFields questions={file.questions} settings={settings} set={set} />
      <ColumnTable
        file={file}
        known={columns[kind]}
        mapped={settings.columns}
        onChange={(mapped) => set({ columns: mapped })}
      />
      <div>
        <Button variant="primary" pending={pending} onClick={submit}>
          {t("preview")}
        </Button>
      </div>
    </div>
  );
}
