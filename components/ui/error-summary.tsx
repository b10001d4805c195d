"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/**
 * What must be put right, as links to the fields. It takes the focus when it appears and again when
 * the errors change, so that a screen reader and a long page both come to it.
 */
export function ErrorSummary({ errors }: { errors: { id: string; message: string }[] }) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => `${error.id} ${error.message}`).join("\n");

  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-lg border border-seal bg-seal-soft px-4 py-3 text-sm"
    >
      <p className="font-[560]">{t("errorSummary", { count: errors.length })}</p>
      <ul className="mt-1 grid gap-0.5">
        {errors.map((error) => (
          <li key={`${error.id} ${error.message}`}>
            <a href={`#${error.id}`} className="inline-block py-0.5 text-seal underline">
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
