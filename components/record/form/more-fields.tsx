"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Fields that are seldom needed, folded. They open by themselves when one of them has a problem, and stay as the
 * person leaves them: putting the problem right must not fold the field away.
 */
export function MoreFields({
  summary,
  troubled,
  open = false,
  children,
}: {
  summary: ReactNode;
  troubled: boolean;
  /** Whether they are open at first. */
  open?: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  const first = useRef(open);
  useEffect(() => {
    if (box.current && (troubled || first.current)) box.current.open = true;
    first.current = false;
  }, [troubled]);
  return (
    <details ref={box} className="group">
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
