import type { ReactNode } from "react";
import { cx } from "./cx";

export type TimelineEntry = {
  key: string;
  when: ReactNode;
  /** ISO text where the day, month or year is known. */
  dateTime?: string;
  what: ReactNode;
  note?: ReactNode;
  tone?: "plain" | "seal";
};

/** What happened, in order, along a line. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol className="ml-1 border-l-2 border-line pl-4 text-sm">
      {entries.map((entry) => (
        <li
          key={entry.key}
          className="relative grid gap-x-3 pb-3 last:pb-0 sm:grid-cols-[5.75rem_1fr] sm:in-[:lang(ja),:lang(zh)]:grid-cols-[7rem_1fr]"
        >
          <i
            aria-hidden="true"
            className={cx(
              "absolute top-[0.45em] -left-[1.3125rem] size-2 rounded-full border-2 bg-paper",
              entry.tone === "seal" ? "border-seal" : "border-ink-3",
            )}
          />
          <time dateTime={entry.dateTime} className="whitespace-nowrap text-ink-3 tabular-nums">
            {entry.when}
          </time>
          <div className="min-w-0">
            {entry.what}
            {entry.note && <div className="text-xs text-ink-3">{entry.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
