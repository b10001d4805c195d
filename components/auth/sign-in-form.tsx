"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import type { ResultError } from "@/lib/result";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";
import { overallError } from "./form-errors";
import { PasswordInput } from "./password-input";

export type SignInState = { email: string; error: ResultError | null };
export type SignInAction = (previous: SignInState, form: FormData) => Promise<SignInState>;

/** `notice` is what there is to say before the first try; a failed try says its own. */
export function SignInForm({
  action,
  callbackUrl,
  notice,
}: {
  action: SignInAction;
  callbackUrl: string;
  notice?: ReactNode;
}) {
  const t = useTranslations("auth.signIn");
  const [state, submit] = useActionState(action, { email: "", error: null });
  const failed = state.error && (overallError(state.error) ?? state.error.message);
  return (
    <form action={submit} className="grid gap-4">
      {failed ? (
        <Notice tone="error" live>
          {failed}
        </Notice>
      ) : (
        notice
      )}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field name="email" label={t("email")}>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={state.email}
          />
        )}
      </Field>
      <Field name="password" label={t("password")}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" required />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
