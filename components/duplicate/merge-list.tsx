"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { MergeRow } from "@/lib/quality/duplicate/dto";
import type { MergeRef } from "@/lib/quality/merge/schema";
import type { Result } from "@/lib/result";
import { LocalTime } from "../history/local-time";
import { useAnswer } from "../record/use-answer";
import { Button } from "../ui/button";

/** What was merged lately, by whom and why, each to be taken back. */
export function MergeList({
  merges,
  mayUndo,
  undo,
}: {
  merges: MergeRow[];
  mayUndo: boolean;
  undo: (input: MergeRef) => Promise<Result<void>>;
}) {
  const t = useTranslations("duplicates");
  const answer = useAnswer();
  const [busy, setBusy] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const takeBack = (id: string) => {
    setBusy(id);
    start(async () => {
      const result = await answer(undo({ id }));
      if (result.ok) toast.success(t("undone"));
      else toast.error(result.error.message);
    });
  };
  return (
    <section aria-labelledby="merges" className="grid gap-3">
      <h2 id="merges" className="text-base font-[560]">
        {t("merges")}
      </h2>
      <ul className="grid gap-2">
        {merges.map(({ id, kept, merged, actorName, reason, at, undone }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-raised px-3 py-2 text-sm"
          >
            <span className="min-w-0 break-words">
              {t("mergedInto", { merged, kept })}{" "}
              <span className="text-xs text-ink-2">
                {actorName} · <LocalTime at={at} /> · {reason}
              </span>
            </span>
            {undone ? (
              <span className="text-ink-2">{t("isUndone")}</span>
            ) : (
              mayUndo && (
                <Button size="sm" pending={pending && busy === id} onClick={() => takeBack(id)}>
                  {t("undo")}
                  <span className="sr-only">: {merged}</span>
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
