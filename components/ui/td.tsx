import type { ReactNode } from "react";
import { cx } from "./cx";

/** A cell. Figures are `numeric`; words that stand for a missing figure are `muted`. */
export function Td({
  numeric = false,
  muted = false,
  children,
}: {
  numeric?: boolean;
  muted?: boolean;
  children?: ReactNode;
}) {
  return <td className={cx(numeric && "num", muted && "muted") || undefined}>{children}</td>;
}
