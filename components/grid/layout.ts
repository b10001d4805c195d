import type { ListLayout } from "@/lib/view/preference/schema";

/** What the layout of a table is made of: its columns, the usual ones, and the one that is always there. */
export type Shape = {
  name: string;
  columns: readonly { key: string; width: number }[];
  usual: readonly string[];
  pinned: readonly string[];
};

export const usualLayout: ListLayout = {
  columns: null,
  pinned: null,
  widths: {},
  density: "default",
};

/** Pixels; compact, usual and tall. Every row is exactly so high. */
export const rowHeights: Record<ListLayout["density"], number> = {
  compact: 32,
  default: 36,
  tall: 56,
};

export const [narrowest, widest] = [48, 960];

/** The keys of the columns that are shown, in order; `asked` are those of the address, which win. */
export function shownOf(shape: Shape, layout: ListLayout, asked: readonly string[] = []): string[] {
  const known = (keys: readonly string[]) =>
    [...new Set(keys)].filter((key) => shape.columns.some((column) => column.key === key));
  const wanted = known(asked).length > 0 ? known(asked) : known(layout.columns ?? shape.usual);
  const chosen = wanted.length > 0 ? wanted : known(shape.usual);
  return chosen.includes(shape.name) ? chosen : [shape.name, ...chosen];
}

export function pinnedOf(shape: Shape, layout: ListLayout): readonly string[] {
  return layout.pinned ?? shape.pinned;
}

/** Shows a column at its usual place among those that are shown, or hides it; the name stays. */
export function setShown(shape: Shape, shown: readonly string[], key: string, on: boolean) {
  if (!on) return shown.filter((other) => other !== key || key === shape.name);
  if (shown.includes(key)) return [...shown];
  const order = shape.columns.map((column) => column.key);
  const before = order.slice(0, order.indexOf(key)).reverse();
  const neighbour = before.find((other) => shown.includes(other));
  return shown.toSpliced(neighbour ? shown.indexOf(neighbour) + 1 : 0, 0, key);
}

/** One place to the left or right; at the edge nothing changes. */
export function moveBy(shown: readonly string[], key: string, by: -1 | 1): string[] {
  const at = shown.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return [...shown];
  return shown.toSpliced(at, 1).toSpliced(to, 0, key);
}

/** To where another column stands, as when it is dropped on it. */
export function moveTo(shown: readonly string[], key: string, target: string): string[] {
  const [from, to] = [shown.indexOf(key), shown.indexOf(target)];
  if (from < 0 || to < 0) return [...shown];
  return shown.toSpliced(from, 1).toSpliced(to, 0, key);
}

export function clampWidth(pixels: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, pixels)));
}

/** Where each pinned column comes to rest, in pixels from the left edge; `before` is taken already. */
export function restingPlaces(
  columns: readonly { key: string; width: number }[],
  pinned: readonly string[],
  before: number,
): Map<string, number> {
  const places = new Map<string, number>();
  let left = before;
  for (const { key, width } of columns) {
    if (!pinned.includes(key)) continue;
    places.set(key, left);
    left += width;
  }
  return places;
}
