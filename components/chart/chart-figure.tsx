import type { ReactNode } from "react";

/** A picture with what it shows in words and its numbers as a table: nobody needs to see it to read it. */
export function ChartFigure({
  caption,
  table,
  children,
}: {
  caption: ReactNode;
  /** The numbers of the picture, every one of them. */
  table: ReactNode;
  /** The picture, drawn on the server. */
  children: ReactNode;
}) {
  return (
    <figure className="break-inside-avoid">
      {children}
      <figcaption className="mt-2 mb-2 max-w-[75ch] text-xs text-ink-3">{caption}</figcaption>
      {table}
    </figure>
  );
}
