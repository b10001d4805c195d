"use client";

import { useMemo, useState } from "react";
import { extendTo, nothingTicked, type Selection, toggle } from "./selection";

/**
 * The selection of a list: rows that are ticked one by one, or everything that its query lets through. Another
 * query lets go of it, for what is out of sight must not be changed by mistake.
 */
export function useTicks(query: string, order: readonly string[], count: number) {
  const [kept, setKept] = useState({ query, ticked: nothingTicked, matching: false });
  const current = kept.query === query ? kept : { query, ticked: nothingTicked, matching: false };
  if (current !== kept) setKept(current);
  const { ticked, matching } = current;
  const all = useMemo(() => new Set(order), [order]);
  const ids = matching ? all : ticked.ids;
  const selection = useMemo((): Selection | null => {
    if (matching) return { kind: "matching", query, count };
    return ticked.ids.size > 0 ? { kind: "ids", ids: [...ticked.ids] } : null;
  }, [matching, query, count, ticked]);

  const put = (next: typeof ticked) => setKept({ query, ticked: next, matching: false });
  const now = { ids, anchor: ticked.anchor };
  return {
    selection,
    ids,
    toggle: (id: string) => put(toggle(now, id)),
    extendTo: (id: string, from?: string) =>
      put(extendTo(now.anchor === null && from ? { ids, anchor: from } : now, id, order)),
    tickLoaded: () => put({ ids: new Set([...ids, ...order]), anchor: null }),
    matchAll: () => setKept({ query, ticked: nothingTicked, matching: true }),
    clear: () => put(nothingTicked),
    allLoaded: order.length > 0 && order.every((id) => ids.has(id)),
  };
}

export type Ticks = ReturnType<typeof useTicks>;
