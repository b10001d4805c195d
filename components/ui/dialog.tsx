"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";

/**
 * A question or a small form over the page. The browser's own modal dialog: it holds the focus, gives it
 * back, makes the rest inert and closes on Escape. What is inside is drawn only while it is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  footer,
  role,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** The buttons, from the right: the one that acts comes last. */
  footer?: ReactNode;
  role?: "alertdialog";
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);

  return (
    <dialog
      ref={box}
      role={role}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto max-h-[min(85dvh,48rem)] w-[min(34rem,calc(100vw-2rem))] rounded-xl border border-line-strong bg-raised p-0 text-ink backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      {open && (
        <div className="grid gap-3 p-5">
          <div className="flex items-start justify-between gap-3">
            <h2 id={titleId}>{title}</h2>
            <IconButton label={t("close")} onClick={onClose} className="-mt-1.5 -mr-2">
              <X className="size-4" aria-hidden="true" />
            </IconButton>
          </div>
          {children && <div className="text-sm">{children}</div>}
          {footer && <div className="mt-2 flex flex-wrap justify-end gap-2">{footer}</div>}
        </div>
      )}
    </dialog>
  );
}
