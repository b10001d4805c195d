"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { RatesKept } from "@/lib/fx/dto";
import type { Result } from "@/lib/result";
import { errorOf, overallError } from "../auth/form-errors";
import { Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TextInput } from "../ui/text-input";

type Typed = { base: string; quote: string; on: string; rate: string; source: string };
/** `saved` is the instant of a save, 0 without: a new form for the next rate. */
export type RateState = { typed: Typed; result: Result<RatesKept> | null; saved: number };
export type RateAction = (previous: RateState, form: FormData) => Promise<RateState>;

/** Adds a rate of one day. What was typed stays when it is refused. */
export function RateForm({
  action,
  bases,
  quote,
}: {
  action: RateAction;
  bases: readonly string[];
  /** The currency that is looked at, if any. */
  quote: string;
}) {
  const t = useTranslations("rates");
  const typed = { base: "USD", quote, on: "", rate: "", source: "" };
  const [state, submit] = useActionState(action, { typed, result: null, saved: 0 });
  const { result } = state;
  const error = result?.ok === false ? result.error : null;
  const text = (name: Exclude<keyof Typed, "base">, hint?: string) => (
    <Field name={name} label={t(name)} hint={hint} error={errorOf(error, name)}>
      {(control) => (
        <TextInput {...control} autoComplete="off" required defaultValue={state.typed[name]} />
      )}
    </Field>
  );
  return (
    <div className="grid gap-4">
      {overallError(error) && (
        <Notice tone="error" live>
          {overallError(error)}
        </Notice>
      )}
      {result?.ok && (
        <Notice tone="success" live>
          {t("added", { deals: result.data.deals })}
        </Notice>
      )}
      <form
        key={state.saved}
        action={submit}
        className="grid items-end gap-x-3 gap-y-4 sm:grid-cols-[6rem_8rem_9rem_8rem_1fr]"
      >
        <Field name="base" label={t("base")} error={errorOf(error, "base")}>
          {(control) => (
            <Select {...control} defaultValue={state.typed.base}>
              {bases.map((base) => (
                <option key={base}>{base}</option>
              ))}
            </Select>
          )}
        </Field>
        {text("quote", t("quoteHint"))}
        {text("on", t("onHint"))}
        {text("rate")}
        {text("source", t("sourceHint"))}
        <div className="sm:col-span-full">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </form>
    </div>
  );
}
