"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Result } from "@/lib/result";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { errorOf, overallError } from "./form-errors";
import { PasswordInput } from "./password-input";

type Action = (previous: Result<void> | null, form: FormData) => Promise<Result<void>>;

/** Chooses the password that a one-time link is for. */
export function LinkForm({
  action,
  token,
  email,
}: {
  action: Action;
  token: string;
  email: string;
}) {
  const t = useTranslations("auth.link");
  const [result, submit] = useActionState(action, null);
  const error = result?.ok === false ? result.error : null;
  return (
    <form action={submit} className="grid gap-4">
      {overallError(error) && (
        <Notice tone="error" live>
          {overallError(error)}
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      {/* Tells a password manager whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        name="password"
        label={t("password")}
        hint={t("hint")}
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
