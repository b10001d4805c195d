"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { Result, ResultError } from "@/lib/result";
import { Button } from "../ui/button";
import type { ButtonVariant } from "../ui/button-class";
import { Field } from "../ui/field";
import { FormDialog } from "../ui/form-dialog";
import { TextArea } from "../ui/text-area";
import { Refusal } from "./refusal";
import { useAnswer } from "./use-answer";

/** A button that asks for the reason before it acts, waits for the server, and shows why it refused. */
export function ReasonDialog({
  trigger,
  variant,
  title,
  text,
  confirm,
  done,
  act,
}: {
  trigger: string;
  variant: ButtonVariant;
  title: string;
  text: string;
  confirm: string;
  /** Said when it worked, where the page stays. */
  done?: string;
  act: (reason: string) => Promise<Result<void>>;
}) {
  const t = useTranslations("record");
  const answer = useAnswer();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();
  const wrong = error?.fields.find(({ path }) => path === "reason")?.message;

  const close = () => {
    setOpen(false);
    setError(null);
  };
  const submit = () => {
    start(async () => {
      const result = await answer(act(reason));
      if (!result.ok) return setError(result.error);
      if (done) toast.success(done);
      setReason("");
      close();
    });
  };

  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <FormDialog
        open={open}
        role="alertdialog"
        variant="danger"
        title={title}
        confirm={confirm}
        pending={pending}
        onSubmit={submit}
        onClose={close}
      >
        <p>{text}</p>
        {error && !wrong && <Refusal error={error} onReload={close} />}
        <Field name="reason" label={t("reason")} hint={t("reasonHint")} error={wrong} required>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      </FormDialog>
    </>
  );
}
