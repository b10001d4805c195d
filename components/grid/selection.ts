/**
 * What is selected in a list: some of its rows, or all that a query lets through, loaded or not. `query` is the
 * list's filter as text, without a leading `?` and without what only shapes a page; `count` is how many it lets
 * through.
 */
export type Selection =
  | { kind: "ids"; ids: string[] }
  | { kind: "matching"; query: string; count: number };

export function sizeOf(selection: Selection): number {
  return selection.kind === "ids" ? selection.ids.length : selection.count;
}

/** The rows that are ticked, in the order of ticking, and the one that a range would start from. */
export type Ticked = { ids: ReadonlySet<string>; anchor: string | null };

export const nothingTicked: Ticked = { ids: new Set(), anchor: null };

/** One row more, or one less; it is where the next range starts. */
export function toggle({ ids }: Ticked, id: string): Ticked {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Every row between the anchor and this one; without an anchor that is in the list, this one alone. */
export function extendTo({ ids, anchor }: Ticked, id: string, order: readonly string[]): Ticked {
  const from = order.indexOf(anchor ?? id);
  const to = order.indexOf(id);
  if (to < 0) return { ids, anchor };
  const start = from < 0 ? to : Math.min(from, to);
  const end = from < 0 ? to : Math.max(from, to);
  return { ids: new Set([...ids, ...order.slice(start, end + 1)]), anchor: order[from] ?? id };
}
