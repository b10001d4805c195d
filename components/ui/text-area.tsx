import type { ComponentProps } from "react";
import { cx } from "./cx";

/** Grows with its text where the browser can. */
export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cx("control field-sizing-content min-h-20", className)}
      {...rest}
    />
  );
}
