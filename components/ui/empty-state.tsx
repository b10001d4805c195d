import type { ReactNode } from "react";

/** Nothing to show, said as what happened and what to do. One action. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-1 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children && <p className="max-w-prose text-sm text-ink-2">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
