import type { ComponentProps } from "react";
import { cx } from "./cx";

/** A button that is only an icon: `label` is its name for everyone who can't see it. */
export function IconButton({
  label,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "title"> & { label: string }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        "inline-grid size-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink disabled:opacity-55 pointer-coarse:size-10",
        className,
      )}
      {...rest}
    />
  );
}
