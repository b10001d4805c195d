import type { ReactNode } from "react";

/**
 * A part of a page under its own heading; `more` leads to all of what is shown in part. A `landmark` only where
 * no table in it is one already: a page has a dozen parts.
 */
export function Section({
  id,
  title,
  note,
  more,
  landmark = false,
  children,
}: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  more?: ReactNode;
  landmark?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0" {...(landmark && { "aria-labelledby": id })}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id}>{title}</h2>
        {more && <p className="text-sm">{more}</p>}
      </div>
      {note && <p className="-mt-1 mb-2 max-w-[75ch] text-sm text-ink-3">{note}</p>}
      {children}
    </section>
  );
}
