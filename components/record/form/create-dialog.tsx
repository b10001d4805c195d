"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import type { PickRow } from "@/lib/catalogue/search/schema";
import type { FieldError } from "@/lib/errors";
import type { Result } from "@/lib/result";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { FormProvider, useForm } from "./form-context";

/**
 * A small form over the large one: makes a record with the least that it needs, and hands it back. It stands in
 * the surrounding form's context but for its own problems.
 */
export function CreateDialog<Fields>({
  title,
  note,
  start,
  toInput,
  create,
  onCreated,
  onClose,
  children,
}: {
  title: string;
  note: string;
  start: Fields;
  toInput: (fields: Fields) => unknown;
  create: (input: unknown) => Promise<Result<PickRow>>;
  onCreated: (row: PickRow) => void;
  onClose: () => void;
  children: (fields: Fields, put: (patch: Partial<Fields>) => void) => ReactNode;
}) {
  const t = useTranslations("record-form");
  const around = useForm();
  const [fields, setFields] = useState(start);
  const [problems, setProblems] = useState<FieldError[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const context = useMemo(
    () => ({
      ...around,
      problemOf: (path: string) => problems.find((each) => each.path === path)?.message,
      isTroubled: (path: string) => problems.some((each) => each.path.startsWith(path)),
      forget: (path: string) => setProblems((now) => now.filter((each) => each.path !== path)),
    }),
    [around, problems],
  );

  const submit = async () => {
    setPending(true);
    setRefusal(null);
    const result = await create(toInput(fields)).catch(() => null);
    setPending(false);
    if (result?.ok) return onCreated(result.data);
    setProblems(result?.error.fields ?? []);
    if (!result) setRefusal(t("failure.unreachable"));
    else if (result.error.fields.length === 0) setRefusal(result.error.message);
  };

  return (
    <Dialog open onClose={onClose} title={title}>
      <FormProvider value={context}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending) submit();
          }}
          onKeyDown={(event) => {
            // The end of a word in an input method is no wish to save.
            if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
          }}
          className="grid gap-3"
        >
          <p className="text-ink-2">{note}</p>
          {refusal && (
            <Notice tone="error" live>
              {refusal}
            </Notice>
          )}
          {children(fields, (patch) => setFields((now) => ({ ...now, ...patch })))}
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button type="submit" variant="primary" pending={pending}>
              {t("create")}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Dialog>
  );
}
