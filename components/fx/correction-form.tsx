"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { RatesKept, StoredRate } from "@/lib/fx/dto";
import type { Result } from "@/lib/result";
import { errorOf, overallError } from "../auth/form-errors";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";

export type CorrectAction = (
  previous: Result<RatesKept> | null,
  form: FormData,
) => Promise<Result<RatesKept>>;

/** Another rate for a day that has one. */
export function CorrectionForm({ rate, action }: { rate: StoredRate; action: CorrectAction }) {
  const t = useTranslations("rates");
  const [result, submit] = useActionState(action, null);
  const error = result?.ok === false ? result.error : null;
  const id = (name: string) => `${name}-${rate.id}`;
  return (
    <form
      key={rate.rate + rate.source}
      action={submit}
      className="mt-2 grid items-end gap-3 text-left sm:grid-cols-[8rem_1fr_auto]"
    >
      {(overallError(error) || result?.ok) && (
        <div className="sm:col-span-full">
          <Notice tone={result?.ok ? "success" : "error"} live>
            {result?.ok ? t("corrected", { deals: result.data.deals }) : overallError(error)}
          </Notice>
        </div>
      )}
      <input type="hidden" name="id" value={rate.id} />
      <input type="hidden" name="was" value={rate.rate} />
      <Field name="rate" id={id("rate")} label={t("rate")} error={errorOf(error, "rate")}>
        {(control) => (
          <TextInput {...control} autoComplete="off" required defaultValue={rate.rate} />
        )}
      </Field>
      <Field name="source" id={id("source")} label={t("source")} error={errorOf(error, "source")}>
        {(control) => (
          <TextInput {...control} autoComplete="off" required defaultValue={rate.source} />
        )}
      </Field>
      <SubmitButton size="sm">{t("saveCorrection")}</SubmitButton>
    </form>
  );
}
