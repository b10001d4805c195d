import type { ReactNode } from "react";
import { cx } from "./cx";

/** Fields that answer one question. A group of a form has a `title` look, a group of ticks a label look. */
export function FieldSet({
  legend,
  hint,
  look = "label",
  className,
  children,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  look?: "label" | "title";
  className?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend
        className={look === "title" ? "font-serif text-lg font-semibold" : "text-sm font-[560]"}
      >
        {legend}
      </legend>
      {hint && <p className="mt-0.5 text-xs text-ink-3">{hint}</p>}
      <div className={cx(look === "title" ? "mt-3 grid gap-4" : "mt-1 grid gap-1", className)}>
        {children}
      </div>
    </fieldset>
  );
}
