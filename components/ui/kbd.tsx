import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block rounded-sm border border-line-strong bg-raised px-1 font-sans text-2xs text-ink-3">
      {children}
    </kbd>
  );
}
