import type { ReactNode } from "react";

/** More, when asked for. The browser's own <details>: works without scripts, opens when the page is searched. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-6 items-center gap-1.5 rounded-sm text-sm text-ink-2 hover:text-ink">
        <span aria-hidden="true" className="inline-block text-ink-3 group-open:rotate-90">
          ›
        </span>
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
