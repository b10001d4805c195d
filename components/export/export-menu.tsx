"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type MouseEvent, useRef, useState } from "react";
import { type ButtonSize, buttonClass } from "../ui/button-class";

/** What it needs comes when it is opened: most readers never do. */
const ExportDialog = dynamic(() => import("./export-dialog").then((module) => module.ExportDialog));

/** How many rows the list has; `exact` is false for a guess. */
export type Count = { count: number; exact: boolean };

/**
 * The files of a list: `address` is the list's own, `query` (with its question mark) says which rows. Without
 * script it is a plain link to the CSV. Needs the namespace "export".
 */
export function ExportMenu({
  size = "md",
  ...props
}: {
  address: string;
  query: string;
  count: Count;
  size?: ButtonSize;
}) {
  const t = useTranslations("export");
  const link = useRef<HTMLAnchorElement>(null);
  const [open, setOpen] = useState(false);
  const choose = (event: MouseEvent) => {
    // Opened in another tab, or saved, it stays what it is.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <a
        ref={link}
        href={`${props.address}/export.csv${props.query}`}
        download
        aria-haspopup="dialog"
        onClick={choose}
        className={buttonClass("plain", size)}
      >
        {t("open")}
      </a>
      {open && (
        <ExportDialog
          {...props}
          onClose={() => {
            setOpen(false);
            link.current?.focus();
          }}
        />
      )}
    </>
  );
}
