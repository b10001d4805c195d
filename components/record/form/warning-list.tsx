"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Warning } from "@/lib/deal/warning/rules";
import { fieldId } from "../../ui/field-id";
import { warningKey } from "./save-answer";
import { usePathWords } from "./use-path-words";
import { useWarningWords } from "./use-warning-words";

/** Slips that don't block: each leads to its field, and the next save goes past them. */
export function WarningList({
  warnings,
  anchorOf,
}: {
  warnings: Warning[];
  anchorOf: (path: string) => string;
}) {
  const t = useTranslations("record-form");
  const say = useWarningWords();
  const path = usePathWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (warnings.length > 0) box.current?.focus();
  }, [warnings]);

  if (warnings.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-triggered bg-triggered-soft px-4 py-3 text-sm"
    >
      <p className="font-[560]">{t("warned", { count: warnings.length })}</p>
      <ul className="mt-1 grid gap-0.5">
        {warnings.map((warning) => (
          <li key={warningKey(warning)}>
            <a
              href={`#${fieldId(anchorOf(warning.path))}`}
              className="inline-block py-0.5 underline underline-offset-2"
            >
              {path(warning.path)}: {say(warning)}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-2">{t("warnedNote")}</p>
    </div>
  );
}
