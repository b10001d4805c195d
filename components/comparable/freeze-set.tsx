"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Result } from "@/lib/result";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FormDialog } from "../ui/form-dialog";
import { Notice } from "../ui/notice";
import { TextInput } from "../ui/text-input";
import { useAct } from "../view/use-act";

type Freeze = (input: { name: string; query: string }) => Promise<Result<unknown>>;

/** Keeps the set as it is today under a name; the action leads to its page. */
export function FreezeSet({ query, freeze }: { query: string; freeze: Freeze }) {
  const t = useTranslations("comparables");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("freeze")}
      </Button>
      {open && <FreezeDialog {...{ query, freeze }} onClose={() => setOpen(false)} />}
    </>
  );
}

function FreezeDialog({
  query,
  freeze,
  onClose,
}: {
  query: string;
  freeze: Freeze;
  onClose: () => void;
}) {
  const t = useTranslations("comparables");
  const [name, setName] = useState("");
  const { error, pending, run } = useAct();
  const wrong = error?.fields.find(({ path }) => path === "name")?.message;
  return (
    <FormDialog
      title={t("freezeTitle")}
      confirm={t("freeze")}
      pending={pending}
      onSubmit={() => run(() => freeze({ name, query }), onClose)}
      onClose={onClose}
    >
      <p>{t("freezeNote")}</p>
      {error && !wrong && <Notice tone="error" live title={error.message} />}
      <Field name="set-name" label={t("setName")} error={wrong} required>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            dir="auto"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
