import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** A tick (or, with type="radio", a choice) and its label in one target of 24 px or more. */
export function Checkbox({
  label,
  note,
  type = "checkbox",
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  note?: ReactNode;
  type?: "checkbox" | "radio";
}) {
  return (
    <label className={cx("flex min-h-7 items-start gap-2 py-0.5 text-sm", className)}>
      <input type={type} className="mt-[0.1875em] size-4 shrink-0" {...rest} />
      <span>
        {label}
        {note && <span className="block text-xs text-ink-3">{note}</span>}
      </span>
    </label>
  );
}
