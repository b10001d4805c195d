import type { ReactNode } from "react";
import { cx } from "../ui/cx";

export type SeriesTone = "seal" | "indigo" | "rest";

export const seriesFill: Record<SeriesTone, string> = {
  seal: "fill-seal",
  indigo: "fill-indigo",
  rest: "fill-line-strong",
};

const ground: Record<SeriesTone, string> = {
  seal: "bg-seal",
  indigo: "bg-indigo",
  rest: "bg-line-strong",
};

/** A colour of a chart and what it stands for. */
export function SeriesMark({ tone, children }: { tone: SeriesTone; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <i
        aria-hidden="true"
        data-ink="keep"
        className={cx("size-2.5 shrink-0 forced-color-adjust-none", ground[tone])}
      />
      {children}
    </span>
  );
}
