"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Result } from "@/lib/result";
import { type Access, accesses } from "@/lib/view/saved/rules";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { FormDialog } from "../ui/form-dialog";
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
  const t = useTranslations("views");
  const [words, setWords] = useState(given);
  const { error, pending, run, forget } = useAct();
  const wrong = error?.fields.find(({ path }) => path === "name")?.message;
  const submit = () => {
    run(() => act(words), onDone);
  };
  return (
    <FormDialog
      title={title}
      confirm={confirm}
      pending={pending}
      onSubmit={submit}
      onClose={onClose}
    >
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
        <AccessChoice access={words.access} onChange={(access) => setWords({ ...words, access })} />
      )}
    </FormDialog>
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
