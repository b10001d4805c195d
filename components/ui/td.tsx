import type { ReactNode } from "react";
import { cx } from "./cx";

/** A cell. Figures are `numeric`; words that stand for a missing figure are `muted`, dates `nowrap`. */
export function Td({
  numeric = false,
  muted = false,
  nowrap = false,
  children,
}: {
  numeric?: boolean;
  muted?: boolean;
  nowrap?: boolean;
  children?: ReactNode;
}) {
  return (
    <td className={cx(numeric && "num", muted && "muted", nowrap && "nowrap") || undefined}>
      {children}
    </td>
  );
}
