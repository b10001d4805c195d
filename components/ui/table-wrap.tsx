import type { ReactNode } from "react";
import { cx } from "./cx";

/**
 * The frame of a table: sideways scrolling on narrow screens, and with `capped` a height of its own
 * so that the head stays in sight. `pinned` keeps the first column. `dense` is for lists: rows of 36 px, cut
 * where they are too long, the head and the rows' own names in sight. Inside goes a plain <table>.
 */
export function TableWrap({
  label,
  capped = false,
  pinned = false,
  dense = false,
  children,
}: {
  label: string;
  capped?: boolean;
  pinned?: boolean;
  dense?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={cx("ledger", capped && "capped", pinned && "pinned", dense && "dense")}
    >
      {children}
    </section>
  );
}
