import Link from "next/link";
import type { ReactNode } from "react";
import { toRoute } from "./to-route";

/** Figures side by side between rules; children are Stat. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,45%),1fr))] overflow-hidden rounded-lg border border-line bg-raised">
      {children}
    </dl>
  );
}

/** A figure, what it counts, and what to know about it. With `href` the figure leads to its rows. */
export function Stat({
  label,
  value,
  note,
  href,
}: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  href?: string;
}) {
  return (
    <div className="-mt-px -ml-px border-t border-l border-line px-4 py-3">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd>
        <span className="font-serif text-[1.3125rem]/[1.4] font-semibold tabular-nums">
          {href ? (
            <Link href={toRoute(href)} prefetch={false} className="name-link">
              {value}
            </Link>
          ) : (
            value
          )}
        </span>
        {note && <span className="block text-xs text-ink-3">{note}</span>}
      </dd>
    </div>
  );
}
