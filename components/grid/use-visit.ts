"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { keepVisit, visitOf } from "./visits";

/**
 * Remembers the rows of an address and how far the reader had scrolled when they leave it, and scrolls there when
 * they come back to the same rows.
 */
export function useVisit<T>(
  address: string,
  box: RefObject<HTMLElement | null>,
  now: { first: string; rows: readonly T[]; next: string | null },
) {
  const latest = useRef(now);
  const shown = useRef<string | null>(null);
  const { first } = now;
  useLayoutEffect(() => {
    latest.current = now;
  });
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    // The same list drawn anew stays where it is.
    if (shown.current !== address) node.scrollTop = visitOf(address, first)?.scrollTop ?? 0;
    shown.current = address;
    let scrollTop = node.scrollTop;
    const see = () => {
      scrollTop = node.scrollTop;
    };
    node.addEventListener("scroll", see, { passive: true });
    return () => {
      node.removeEventListener("scroll", see);
      keepVisit(address, { ...latest.current, first, scrollTop });
    };
  }, [address, first, box]);
}
