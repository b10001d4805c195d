"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Result } from "@/lib/result";
import { ButtonLink } from "../ui/button-link";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { errorOf, overallError } from "./form-errors";
import { PasswordInput } from "./password-input";

type Action = (previous: Result<void> | null, form: FormData) => Promise<Result<void>>;

export function PasswordForm({ action, email }: { action: Action; email: string }) {
  const t = useTranslations("auth.password");
  const link = useTranslations("auth.link");
  const [result, submit] = useActionState(action, null);
  const error = result?.ok === false ? result.error : null;
  return (
    <form action={submit} className="grid max-w-sm gap-4">
      {overallError(error) && (
        <Notice tone="error" live>
          {overallError(error)}
        </Notice>
      )}
      {result?.ok && (
        <Notice tone="success" live action={<ButtonLink href="/">{t("goOn")}</ButtonLink>}>
          {t("done")}
        </Notice>
      )}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field name="current" label={t("current")} error={errorOf(error, "current")}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" required />}
      </Field>
      <Field
        name="password"
        label={t("new")}
        hint={link("hint")}
        error={errorOf(error, "password")}
      >
        {(control) => (
          <PasswordInput
            {...control}
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={200}
          />
        )}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
