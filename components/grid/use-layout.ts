"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ListLayout } from "@/lib/view/preference/schema";
import type { Noun, PlacedColumn } from "./column";
import { clampWidth, pinnedOf, restingPlaces, setShown, shownOf, usualLayout } from "./layout";

/** Pixels of the column with the ticks, which is always first and always in sight. */
export const tickWidth = 36;

export type LayoutChange = (was: ListLayout) => ListLayout;

/**
 * How the table is laid out now, and the ways to change it. The columns that the address names win over the
 * person's own; changing them then changes the address and leaves their own alone. Everything else is kept
 * with `keep` half a second after the last change.
 */
export function useLayout<T>(
  noun: Noun<T>,
  stored: ListLayout | null,
  asked: readonly string[],
  keep: (layout: ListLayout) => void,
) {
  const [layout, setLayout] = useState(stored ?? usualLayout);
  const changed = useRef(false);
  const [named, setNamed] = useState(asked);
  const [askedBefore, setAskedBefore] = useState(asked.join());
  if (askedBefore !== asked.join()) {
    setAskedBefore(asked.join());
    setNamed(asked);
  }

  useEffect(() => {
    const now = () => {
      if (changed.current) keep(layout);
      changed.current = false;
    };
    const timer = setTimeout(now, 500);
    window.addEventListener("pagehide", now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", now);
    };
  }, [layout, keep]);
  const leaving = useRef(() => {});
  useEffect(() => {
    leaving.current = () => changed.current && keep(layout);
  });
  useEffect(() => () => leaving.current(), []);

  const change = (to: LayoutChange) => {
    changed.current = true;
    setLayout(to);
  };
  const columns = useMemo(() => place(noun, layout, named), [noun, layout, named]);
  const shown = columns.map(({ key }) => key);
  const show = (keys: readonly string[]) => {
    if (named.length === 0) return change((was) => ({ ...was, columns: [...keys] }));
    setNamed(keys);
    nameInAddress(keys);
  };
  const pinned = pinnedOf(noun, layout);
  return {
    ...{ columns, pinned, named, density: layout.density },
    chosen: layout.columns !== null || named.length > 0,
    show,
    toggle: (key: string) => show(setShown(noun, shown, key, !shown.includes(key))),
    resize: (key: string, width: number) =>
      change((was) => ({ ...was, widths: { ...was.widths, [key]: clampWidth(width) } })),
    pin: (key: string) =>
      change((was) => ({
        ...was,
        pinned: pinned.includes(key) ? pinned.filter((one) => one !== key) : [...pinned, key],
      })),
    setDensity: (density: ListLayout["density"]) => change((was) => ({ ...was, density })),
    reset: () => {
      change(() => usualLayout);
      setNamed([]);
      if (named.length > 0) nameInAddress([]);
    },
  };
}

export type GridLayout<T> = ReturnType<typeof useLayout<T>>;

/** Without a request: every row holds what all columns show. */
function nameInAddress(keys: readonly string[]) {
  const url = new URL(window.location.href);
  url.searchParams.delete("columns");
  for (const key of keys) url.searchParams.append("columns", key);
  window.history.replaceState(null, "", url);
}

/** The shown columns with their widths. The name takes what is left, unless a width or a pin after it says how wide. */
function place<T>(noun: Noun<T>, layout: ListLayout, named: readonly string[]): PlacedColumn<T>[] {
  const shown = shownOf(noun, layout, named).flatMap((key) => {
    const column = noun.columns.find((one) => one.key === key);
    return column ? [{ ...column, width: layout.widths[key] ?? column.width }] : [];
  });
  const pinned = pinnedOf(noun, layout);
  const left = restingPlaces(shown, pinned, tickWidth);
  const lastPinned = shown.findLast(({ key }) => left.has(key))?.key;
  const grows =
    layout.widths[noun.name] === undefined &&
    (lastPinned === noun.name || !pinned.includes(noun.name));
  return shown.map((column) => ({
    ...column,
    drawn: column.key === noun.name && grows ? null : column.width,
    left: left.get(column.key) ?? null,
  }));
}
