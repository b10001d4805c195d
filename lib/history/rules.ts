export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One field's change. `path` is dotted; rows of a list are named by their id: `terms.<id>.max`. */
export type Change = { path: string; before: Json; after: Json };

export type Doc = { [key: string]: Json };

function isDoc(value: Json): value is Doc {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byId(rows: Json[]): Map<string, Doc> | null {
  const map = new Map<string, Doc>();
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

function docChanges(path: string, before: Doc, after: Doc): Change[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    valueChanges(path ? `${path}.${key}` : key, before[key] ?? null, after[key] ?? null),
  );
}

/** Field by field, what turned one document into the other; null stands for "did not exist". */
export function changesBetween(before: Doc | null, after: Doc | null): Change[] {
  return docChanges("", before ?? {}, after ?? {}).filter(
    (change) => !(isEmpty(change.before) && isEmpty(change.after)),
  );
}

function isEmpty(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The document that these changes were made to: each undone, the last first. */
export function undoChanges(after: Doc, changes: readonly Change[]): Doc {
  const doc = structuredClone(after);
  // An order is told after the rows that it is about.
  for (const change of changes) undo(doc, change);
  return doc;
}

function undo(doc: Doc, { path, before }: Change) {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Json | undefined>(childOf, doc);
  if (Array.isArray(holder)) undoRow(holder, last, before);
  else if (holder !== undefined && isDoc(holder)) holder[last] = before;
}

function childOf(holder: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(holder)) return holder.find((row) => isDoc(row) && row.id === key);
  return holder !== undefined && isDoc(holder) ? holder[key] : undefined;
}

function undoRow(rows: Json[], key: string, before: Json) {
  if (key === "order" && Array.isArray(before)) {
    const place = new Map(before.map((id, index) => [id, index]));
    const placeOf = (row: Json) => (isDoc(row) ? (place.get(row.id ?? null) ?? -1) : -1);
    rows.sort((a, b) => placeOf(a) - placeOf(b));
    return;
  }
  const index = rows.findIndex((row) => isDoc(row) && row.id === key);
  if (index >= 0) rows.splice(index, 1, ...(before === null ? [] : [before]));
  else if (before !== null) rows.push(before);
}
