import type { ReactNode } from "react";

/** A part of the deal's page under its own heading. */
export function PageSection({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      {note && <p className="-mt-1 mb-2 text-sm text-ink-3">{note}</p>}
      {children}
    </section>
  );
}
