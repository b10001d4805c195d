"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { menuItem } from "./menu-item";

/** A link all the same, for where the browser gives scripts no clipboard. */
export function CopyLink({ href }: { href: string }) {
  const t = useTranslations("views");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(href, location.href).href);
    setCopied(true);
  };
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!("clipboard" in navigator)) return;
        event.preventDefault();
        copy().catch(() => setCopied(false));
      }}
      className={menuItem}
    >
      <span aria-live="polite">{t(copied ? "copied" : "copy")}</span>
    </a>
  );
}
