/** A page of a list; `next` is the cursor of what follows, null at the end. */
export type Page<T> = { items: T[]; next: string | null };

/** Rows are fetched one more than the limit, to know whether something follows. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  map: (row: R) => T,
  cursorOf: (row: R) => string,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(map), next: rows.length > limit && last ? cursorOf(last) : null };
}
