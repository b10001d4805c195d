import type { ReactNode } from "react";
import { cx } from "./cx";
import { type Tone, toneGround } from "./tone";

/** A state in words with its colour before it. Open states are rings, so colour is never the only sign. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <i
        aria-hidden="true"
        data-ink="keep"
        className={cx("size-2 shrink-0 rounded-full forced-color-adjust-none", toneGround[tone])}
      />
      <span>{children}</span>
    </span>
  );
}
