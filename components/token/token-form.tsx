"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { tokenAccesses, tokenLives } from "@/lib/people/token/rules";
import type { Result } from "@/lib/result";
import { errorOf, overallError } from "../auth/form-errors";
import { CopyField } from "../ui/copy-field";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";

export type TokenState = {
  typed: { name: string; access: string; life: string };
  result: Result<{ token: string }> | null;
};
export type TokenAction = (previous: TokenState, form: FormData) => Promise<TokenState>;

const untouched: TokenState = { typed: { name: "", access: "read", life: "90" }, result: null };

/** Makes a token, and shows it this once. `mayWrite` offers one that writes. */
export function TokenForm({ action, mayWrite }: { action: TokenAction; mayWrite: boolean }) {
  const t = useTranslations("tokens");
  const [{ typed, result }, submit] = useActionState(action, untouched);
  const error = result?.ok === false ? result.error : null;
  const accesses = tokenAccesses.filter((access) => access === "read" || mayWrite);
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
            <strong className="font-[560]">{t("made", { name: typed.name })}</strong>
            <p className="text-ink-2">{t("madeText")}</p>
            <CopyField
              key={result.data.token}
              name="token"
              label={t("token")}
              text={result.data.token}
            />
          </div>
        </Notice>
      )}
      <form
        key={result?.ok ? result.data.token : "form"}
        action={submit}
        className="grid items-start gap-x-3 gap-y-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr]"
      >
        <Field name="name" label={t("name")} hint={t("nameHint")} error={errorOf(error, "name")}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              required
              maxLength={80}
              defaultValue={error ? typed.name : ""}
            />
          )}
        </Field>
        <Field
          name="access"
          label={t("access")}
          hint={t("accessHint")}
          error={errorOf(error, "access")}
        >
          {(control) => (
            <Select {...control} defaultValue={typed.access}>
              {accesses.map((access) => (
                <option key={access} value={access}>
                  {t(`accesses.${access}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="life" label={t("life")} hint={t("lifeHint")} error={errorOf(error, "life")}>
          {(control) => (
            <Select {...control} defaultValue={typed.life}>
              {tokenLives.map((life) => (
                <option key={life} value={life}>
                  {life === "never" ? t("noEnd") : t("days", { days: Number(life) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="sm:col-span-full">
          <SubmitButton>{t("create")}</SubmitButton>
        </div>
      </form>
    </div>
  );
}
