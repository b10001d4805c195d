export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One field's change. `path` is dotted; rows of a list are named by their id: `terms.<id>.max`. */
export type Change = { path: string; before: Json; after: Json };

export type JsonDoc = { [key: string]: Json };

function isDoc(value: Json): value is JsonDoc {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byId(rows: Json[]): Map<string, JsonDoc> | null {
  const map = new Map<string, JsonDoc>();
  for (const row of rows) {
    if (!isDoc(row) || typeof row.id !== "string") return null;
    map.set(row.id, row);
  }
  return map;
}

function same(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function listChanges(path: string, before: Json[], after: Json[]): Change[] {
  const [old, now] = [byId(before), byId(after)];
  if (!old || !now) return same(before, after) ? [] : [{ path, before, after }];
  const ids = new Set([...old.keys(), ...now.keys()]);
  const changes = [...ids].flatMap((id) =>
    valueChanges(`${path}.${id}`, old.get(id) ?? null, now.get(id) ?? null),
  );
  const [was, is] = [[...old.keys()], [...now.keys()]];
  // Undoing takes what was added out and puts what was removed at the end: any other order must be told.
  const undone = [...is.filter((id) => old.has(id)), ...was.filter((id) => !now.has(id))];
  if (same(undone, was)) return changes;
  return [...changes, { path: `${path}.order`, before: was, after: is }];
}

function valueChanges(path: string, before: Json, after: Json): Change[] {
  if (isDoc(before) && isDoc(after)) return docChanges(path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(path, before, after);
  return same(before, after) ? [] : [{ path, before, after }];
}

function docChanges(path: string, before: JsonDoc, after: JsonDoc): Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    valueChanges(path ? `${path}.${key}` : key, before[key] ?? null, after[key] ?? null),
  );
}

/** Field by field, what turned one document into the other; null stands for "did not exist". */
export function changesBetween(before: JsonDoc | null, after: JsonDoc | null): Change[] {
  return docChanges("", before ?? {}, after ?? {}).filter(
    (change) => !(isEmpty(change.before) && isEmpty(change.after)),
  );
}

function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** What takes these changes back. */
export function reversed(changes: readonly Change[]): Change[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
}
