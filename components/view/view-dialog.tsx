"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { Result } from "@/lib/result";
import { type Access, accesses } from "@/lib/view/saved/rules";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { useAct } from "./use-act";
import { ViewRefusal } from "./view-refusal";

type Words = { name: string; access: Access };

/** Asks for a view's name, and for who sees it where the person may say so. */
export function ViewDialog<T>({
  title,
  confirm,
  given,
  mayShare,
  act,
  onDone,
  onClose,
  children,
}: {
  title: string;
  confirm: string;
  given: Words;
  mayShare: boolean;
  act: (words: Words) => Promise<Result<T>>;
  onDone: (data: T) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const ui = useTranslations("ui");
  const t = useTranslations("views");
  const formId = useId();
  const [words, setWords] = useState(given);
  const { error, pending, run, forget } = useAct();
  const wrong = error?.fields.find(({ path }) => path === "name")?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(() => act(words), onDone);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-3">
        {error && !wrong && <ViewRefusal error={error} onReload={forget} />}
        <Field name="view-name" label={t("name")} error={wrong} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              dir="auto"
              value={words.name}
              onKeyDown={keepWhileComposing}
              onChange={({ target }) => setWords({ ...words, name: target.value })}
            />
          )}
        </Field>
        {children}
        {mayShare && (
          <AccessChoice
            access={words.access}
            onChange={(access) => setWords({ ...words, access })}
          />
        )}
      </form>
    </Dialog>
  );
}

/** Enter ends the composition of a word, not the form. */
function keepWhileComposing(event: KeyboardEvent) {
  if (event.key === "Enter" && event.nativeEvent.isComposing) event.preventDefault();
}

function AccessChoice({
  access,
  onChange,
}: {
  access: Access;
  onChange: (access: Access) => void;
}) {
  const t = useTranslations("views");
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-[560]">{t("access")}</legend>
      {accesses.map((one) => (
        <Checkbox
          key={one}
          type="radio"
          name="access"
          checked={access === one}
          onChange={() => onChange(one)}
          label={t(`accesses.${one}`)}
          note={t(`accessNotes.${one}`)}
        />
      ))}
    </fieldset>
  );
}
