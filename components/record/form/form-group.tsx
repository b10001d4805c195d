import type { ReactNode } from "react";

/** A group of a record's form: one question of the press release. `id` is where the outline leads. */
export function FormGroup({
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
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid min-w-0 scroll-mt-16 grid-cols-[minmax(0,1fr)] gap-4 border-t border-line-strong pt-4"
    >
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <p className="max-w-prose text-sm text-ink-3">{note}</p>}
      </div>
      {children}
    </section>
  );
}
