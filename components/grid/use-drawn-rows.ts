"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Up to so many rows are drawn all at once, so that the browser's own search and printing see them. */
const few = 120;

export type DrawnRow = { index: number /** Pixels of undrawn rows before it. */; gap: number };

/** Which rows are drawn: all of a short list, on paper or as cards; those in sight, and the one with the focus, else. */
export function useDrawnRows({
  box,
  count,
  height,
  current,
  all,
}: {
  box: RefObject<HTMLElement | null>;
  count: number;
  height: number;
  current: number;
  all: boolean;
}): { rows: DrawnRow[]; rest: number } {
  const printing = usePrinting();
  const everything = all || printing || count <= few;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      if (current < 0 || current >= range.count || seen.includes(current)) return seen;
      return [...seen, current].sort((a, b) => a - b);
    },
    [current],
  );
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
    rangeExtractor,
    enabled: !everything,
  });
  useEffect(() => {
    if (height > 0) virtual.measure();
  }, [virtual, height]);

  if (everything) {
    return { rows: Array.from({ length: count }, (_, index) => ({ index, gap: 0 })), rest: 0 };
  }
  let end = 0;
  const rows = virtual.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return { rows, rest: virtual.getTotalSize() - end };
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints as soon as the listeners are done.
    const on = () => flushSync(() => setPrinting(true));
    const off = () => setPrinting(false);
    window.addEventListener("beforeprint", on);
    window.addEventListener("afterprint", off);
    return () => {
      window.removeEventListener("beforeprint", on);
      window.removeEventListener("afterprint", off);
    };
  }, []);
  return printing;
}
