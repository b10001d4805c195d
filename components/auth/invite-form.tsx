"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Result } from "@/lib/result";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";
import { errorOf, overallError } from "./form-errors";
import { type HandedLink, HandedLinkBox } from "./handed-link";
import { RoleSelect } from "./role-select";

export type InviteState = {
  typed: { email: string; name: string; role: string };
  result: Result<HandedLink> | null;
};
export type InviteAction = (previous: InviteState, form: FormData) => Promise<InviteState>;

const untouched: InviteState = { typed: { email: "", name: "", role: "ANALYST" }, result: null };

/** Adds a person. What was typed stays when it is refused. */
export function InviteForm({ action }: { action: InviteAction }) {
  const t = useTranslations("people");
  const [{ typed, result }, submit] = useActionState(action, untouched);
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
          <strong className="font-[560]">{t("link.title", { name: typed.name })}</strong>
          <HandedLinkBox key={result.data.url} {...result.data} />
        </Notice>
      )}
      <form
        // A new form for a new person: what was sent is gone from it, what was refused is not.
        key={result?.ok ? result.data.url : "form"}
        action={submit}
        className="grid items-start gap-x-3 gap-y-4 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr]"
      >
        <Field name="email" label={t("email")} error={errorOf(error, "email")}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              required
              defaultValue={error ? typed.email : ""}
            />
          )}
        </Field>
        <Field name="name" label={t("name")} error={errorOf(error, "name")}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              required
              maxLength={120}
              defaultValue={error ? typed.name : ""}
            />
          )}
        </Field>
        <Field name="role" label={t("role")} error={errorOf(error, "role")}>
          {(control) => <RoleSelect {...control} defaultValue={typed.role} />}
        </Field>
        <p className="text-xs text-ink-3 sm:col-span-full">{t("roleHint")}</p>
        <div className="sm:col-span-full">
          <SubmitButton>{t("invite")}</SubmitButton>
        </div>
      </form>
    </div>
  );
}
