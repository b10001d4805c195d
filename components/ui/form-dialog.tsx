"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-class";
import { Dialog } from "./dialog";

/** A dialog around one form: Cancel, and the button that sends it, which shows that the work runs. */
export function FormDialog({
  open = true,
  title,
  confirm,
  variant = "primary",
  role,
  pending = false,
  onSubmit,
  onClose,
  children,
}: {
  open?: boolean;
  title: ReactNode;
  /** The word on the button that acts: a verb, never "OK". */
  confirm: ReactNode;
  variant?: ButtonVariant;
  role?: "alertdialog";
  pending?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      role={role}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} variant={variant} pending={pending}>
            {confirm}
          </Button>
        </>
      }
    >
      {/* It may stand in a cell of a table, which does not wrap. */}
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4 whitespace-normal">
        {children}
      </form>
    </Dialog>
  );
}
