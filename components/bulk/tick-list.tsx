"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { SelectionBar } from "../grid/selection-bar";
import { SelectionContext } from "../grid/selection-context";
import { type Ticks, useTicks } from "../grid/use-ticks";

const TickContext = createContext<Ticks | null>(null);

/** A list drawn on the server whose rows can be ticked; `bar` is what can be done with them. Needs "grid". */
export function TickList({
  query,
  ids,
  total,
  bar,
  children,
}: {
  /** The list's filter as text, without what only shapes a page. */
  query: string;
  /** The rows of this page, in their order. */
  ids: readonly string[];
  total: number;
  bar: ReactNode;
  children: ReactNode;
}) {
  const ticks = useTicks(query, ids, total);
  return (
    <SelectionContext value={{ selection: ticks.selection, clear: ticks.clear }}>
      <TickContext value={ticks}>{children}</TickContext>
      <SelectionBar ticks={ticks} total={total} exact>
        {bar}
      </SelectionBar>
    </SelectionContext>
  );
}

/** The tick of one row; Shift ticks all up to it. */
export function RowTick({ id, name }: { id: string; name: string }) {
  const t = useTranslations("grid");
  const ticks = useContext(TickContext);
  if (!ticks) return null;
  return (
    <input
      type="checkbox"
      checked={ticks.ids.has(id)}
      aria-label={t("tick", { name })}
      onClick={({ shiftKey }) => (shiftKey ? ticks.extendTo(id) : undefined)}
      onChange={({ nativeEvent }) => {
        if (!isShifted(nativeEvent)) ticks.toggle(id);
      }}
      className="size-4"
    />
  );
}

/** A tick's change comes from a click, which knows the keys that were held. */
function isShifted(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

/** Every row of the page, or none. */
export function PageTick() {
  const t = useTranslations("grid");
  const ticks = useContext(TickContext);
  if (!ticks) return null;
  return (
    <input
      type="checkbox"
      checked={ticks.allLoaded}
      aria-label={t("tickLoaded")}
      onChange={() => (ticks.allLoaded ? ticks.clear() : ticks.tickLoaded())}
      className="size-4"
    />
  );
}
