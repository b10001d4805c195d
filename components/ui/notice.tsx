import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type NoticeTone = "info" | "warning" | "error" | "success";

const look: Record<NoticeTone, string> = {
  info: "border-line-strong bg-sunken",
  warning: "border-triggered bg-triggered-soft",
  error: "border-seal bg-seal-soft",
  success: "border-paid bg-paid-soft",
};

/** Something to know about what is on the page. `live` when it appears after the page was read. */
export function Notice({
  tone = "info",
  title,
  action,
  live = false,
  children,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("ui");
  return (
    <div
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      className={cx(
        "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 rounded-lg border px-3.5 py-2.5 text-sm",
        look[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <span className="sr-only">{t(tone)}: </span>
        {title && <strong className="font-[560]">{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
