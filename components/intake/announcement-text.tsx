"use client";

import type { Proposal } from "@/lib/intake/schema";
import { cx } from "../ui/cx";
import { piecesOf } from "./text-marks";
import type { Decision } from "./use-intake";

const look = {
  accepted: { mark: "bg-paid-soft", line: "decoration-paid" },
  rejected: { mark: "bg-transparent", line: "decoration-line-strong" },
  open: { mark: "bg-triggered-soft", line: "decoration-triggered" },
};

/** The text as it was pasted, with the words that each proposal rests on; a press leads to the proposal. */
export function AnnouncementText({
  text,
  proposals,
  decisions,
  current,
  onPick,
}: {
  text: string;
  proposals: readonly Proposal[];
  decisions: ReadonlyMap<string, Decision>;
  current: string | null;
  onPick: (id: string) => void;
}) {
  return (
    <div className="rounded-lg border border-line bg-raised p-4 text-sm leading-7 break-words whitespace-pre-wrap">
      {piecesOf(text, proposals).map(({ start, text: words, ids }) => {
        const [first] = ids;
        if (first === undefined) return <span key={start}>{words}</span>;
        const state =
          decisions.get(ids.find((id) => decisions.get(id) !== "rejected") ?? first) ?? "open";
        return (
          <mark
            key={start}
            className={cx(
              "rounded-xs text-ink",
              look[state].mark,
              current !== null && ids.includes(current) && "outline-2 outline-focus",
            )}
          >
            {/* The list beside holds the same for the keyboard: no stop of its own. */}
            <a
              href={`#${first}`}
              tabIndex={-1}
              className={cx(
                "text-inherit underline decoration-2 underline-offset-4",
                look[state].line,
              )}
              onClick={(event) => {
                event.preventDefault();
                onPick(first);
              }}
            >
              {words}
            </a>
          </mark>
        );
      })}
    </div>
  );
}
