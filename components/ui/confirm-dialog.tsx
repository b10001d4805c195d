"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-class";
import { Dialog } from "./dialog";

/** A button that asks before it acts. It closes when `onConfirm` has finished; what failed, the caller says. */
export function ConfirmDialog({
  trigger,
  triggerVariant = "plain",
  triggerSize = "md",
  title,
  confirm,
  danger = false,
  onConfirm,
  children,
}: {
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: ButtonSize;
  title: ReactNode;
  /** The word on the button that acts: a verb, never "OK". */
  confirm: ReactNode;
  danger?: boolean;
  onConfirm: () => void | Promise<void>;
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();

  const act = () =>
    start(async () => {
      await onConfirm();
      setOpen(false);
    });

  return (
    <>
      <Button variant={triggerVariant} size={triggerSize} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        role="alertdialog"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={act}>
              {confirm}
            </Button>
          </>
        }
      >
        {children}
      </Dialog>
    </>
  );
}
