"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { Result, ResultError } from "@/lib/result";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Refusal } from "./refusal";
import { useAnswer } from "./use-answer";

/** Asks before something comes back as it was. */
export function RestoreDialog({
  trigger,
  title,
  text,
  act,
}: {
  trigger: string;
  title: string;
  text: string;
  act: () => Promise<Result<unknown>>;
}) {
  const t = useTranslations("record");
  const ui = useTranslations("ui");
  const answer = useAnswer();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<ResultError | null>(null);
  const [pending, start] = useTransition();

  const close = () => {
    setOpen(false);
    setError(null);
  };
  const restore = () =>
    start(async () => {
      const result = await answer(act());
      if (!result.ok) return setError(result.error);
      toast.success(t("restored"));
      close();
    });

  return (
    <>
      <Button onClick={() => setOpen(true)}>{trigger}</Button>
      <Dialog
        open={open}
        onClose={close}
        title={title}
        role="alertdialog"
        footer={
          <>
            <Button onClick={close}>{ui("cancel")}</Button>
            <Button variant="primary" pending={pending} onClick={restore}>
              {t("restoreConfirm")}
            </Button>
          </>
        }
      >
        <p>{text}</p>
        {error && (
          <div className="mt-3">
            <Refusal error={error} onReload={close} />
          </div>
        )}
      </Dialog>
    </>
  );
}
