"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { sizeOf } from "./selection";
import type { Ticks } from "./use-ticks";

/** What is selected and what can be done with it. It lies over the page, so that nothing jumps when it comes. */
export function SelectionBar({
  ticks,
  total,
  exact,
  children,
}: {
  ticks: Ticks;
  total: number;
  exact: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("grid");
  const { selection } = ticks;
  if (selection === null) return null;
  const whole = selection.kind === "matching";
  return (
    <section
      aria-label={t("selection")}
      data-print="no"
      className="fixed inset-x-4 bottom-4 z-30 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-control bg-raised px-3.5 py-2 text-sm"
    >
      <strong className="font-semibold tabular-nums">
        {t(whole ? "allSelected" : "selected", { count: sizeOf(selection) })}
      </strong>
      {!whole && exact && sizeOf(selection) < total && (
        <Button size="sm" onClick={ticks.matchAll}>
          {t("selectAll", { total })}
        </Button>
      )}
      {children}
      <Button size="sm" variant="quiet" onClick={ticks.clear}>
        {t("clearSelection")}
      </Button>
    </section>
  );
}
