import type { ReactNode } from "react";

/** The top of a page: where it is, its one h1, a line under it, and what can be done. */
export function PageHeader({
  title,
  breadcrumbs,
  note,
  actions,
}: {
  title: ReactNode;
  breadcrumbs?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-[60rem] flex-[1_1_20rem]">
        {breadcrumbs}
        <h1>{title}</h1>
        {note && <div className="mt-0.5 text-sm text-ink-3">{note}</div>}
      </div>
      {actions && (
        <div data-print="no" className="flex flex-wrap gap-2">
          {actions}
        </div>
      )}
    </div>
  );
}
