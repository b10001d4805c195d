"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Result } from "@/lib/result";
import { errorOf, overallError } from "../auth/form-errors";
import { CopyField } from "../ui/copy-field";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";

export type WebhookState = { url: string; result: Result<{ secret: string }> | null };
export type WebhookAction = (previous: WebhookState, form: FormData) => Promise<WebhookState>;

/** Makes a webhook, and shows its secret this once. */
export function WebhookForm({ action }: { action: WebhookAction }) {
  const t = useTranslations("webhooks");
  const [{ url, result }, submit] = useActionState(action, { url: "", result: null });
  const error = result?.ok === false ? result.error : null;
  return (
    <div className="grid gap-4">
      {overallError(error) && (
        <Notice tone="error" live>
          {overallError(error)}
        </Notice>
      )}
      {result?.ok && (
        <Notice tone="success" live>
          <div className="grid gap-3">
            <p>{t("made")}</p>
            <CopyField name="secret" label={t("secret")} text={result.data.secret} />
          </div>
        </Notice>
      )}
      <form key={result?.ok ? result.data.secret : "form"} action={submit} className="grid gap-4">
        <Field name="url" label={t("url")} hint={t("urlHint")} error={errorOf(error, "url")}>
          {(control) => (
            <TextInput
              {...control}
              type="url"
              autoComplete="off"
              required
              defaultValue={error ? url : ""}
            />
          )}
        </Field>
        <div>
          <SubmitButton>{t("create")}</SubmitButton>
        </div>
      </form>
    </div>
  );
}
