"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** The rail behind a button on narrow screens. The key closes it when another page has come. */
export function MobileMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details key={usePathname()} className="group">
      <summary className="flex min-h-9 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2.5 text-sm font-[520] whitespace-nowrap">
        <svg
          viewBox="0 0 16 16"
          className="size-4 shrink-0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="M2 4.5h12M2 8h12M2 11.5h12" className="group-open:hidden" />
          <path d="m4 4 8 8m0-8-8 8" className="hidden group-open:inline" />
        </svg>
        {label}
      </summary>
      <div className="absolute inset-x-0 top-full z-40 grid max-h-[80dvh] gap-4 overflow-y-auto border-b border-line-strong bg-sunken p-4">
        {children}
      </div>
    </details>
  );
}
