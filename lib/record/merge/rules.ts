import { type Change, changesBetween, type Json, type JsonDoc } from "../../history/rules";

/** A part of a record that two people changed differently; what each of them did to it. */
export type Clash = { unit: string; theirs: Change[]; mine: Change[] };

export type Merge = {
  clashes: Clash[];
  /** What one of them alone changed, or both alike: it stands beside the other's work. */
  onlyTheirs: Change[];
  onlyMine: Change[];
};

/** Fields that say one thing together: a choice takes all of them from one side. */
const together = /\.(min|max|currency|disclosure)$/;

const unitOf = (path: string) => path.replace(together, ".amount");

const isWithin = (unit: string, whole: string) => unit === whole || unit.startsWith(`${whole}.`);

/** Both sides' changes since `base`, sorted into what clashes and what does not. */
export function mergeOf(base: JsonDoc, theirs: JsonDoc, mine: JsonDoc): Merge {
  const [they, i] = [changesBetween(base, theirs), changesBetween(base, mine)];
  const units = [...new Set([...they, ...i].map(({ path }) => unitOf(path)))];
  // A row that one removed and the other edited is one question: the widest unit asks it.
  const widest = units.filter((unit) => !units.some((u) => u !== unit && isWithin(unit, u)));
  const merge: Merge = { clashes: [], onlyTheirs: [], onlyMine: [] };
  for (const unit of widest) {
    const of = (changes: Change[]) => changes.filter(({ path }) => isWithin(unitOf(path), unit));
    const clash = { unit, theirs: of(they), mine: of(i) };
    if (clash.mine.length === 0) merge.onlyTheirs.push(...clash.theirs);
    else if (clash.theirs.length === 0) merge.onlyMine.push(...clash.mine);
    else if (!areAlike(clash)) merge.clashes.push(clash);
  }
  return merge;
}

function areAlike({ theirs, mine }: Clash): boolean {
  return JSON.stringify(theirs) === JSON.stringify(mine);
}

/** The document with what clashed as `mine` has it: whole parts, for theirs may have removed what I only edited. */
export function takeMine(doc: JsonDoc, mine: JsonDoc, clashes: readonly Clash[]): JsonDoc {
  return clashes.reduce<JsonDoc>((now, { unit, mine: changes }) => {
    if (unit.endsWith(".order")) return applyChanges(now, changes);
    return pathsOf(unit).reduce((made, path) => put(made, path, valueAt(mine, path)), now);
  }, doc);
}

function pathsOf(unit: string): string[][] {
  const path = unit.split(".");
  if (path.at(-1) !== "amount" || path.length === 1) return [path];
  const row = path.slice(0, -1);
  return ["disclosure", "currency", "min", "max"].map((leaf) => [...row, leaf]);
}

function valueAt(doc: Json, [key, ...rest]: string[]): Json {
  if (key === undefined) return doc;
  if (Array.isArray(doc)) {
    return valueAt(doc.find((row) => isDoc(row) && row.id === key) ?? null, rest);
  }
  return isDoc(doc) ? valueAt(doc[key] ?? null, rest) : null;
}

/** The document with these changes made. Of a change, only what it became counts. */
export function applyChanges(doc: JsonDoc, changes: readonly Change[]): JsonDoc {
  return changes.reduce<JsonDoc>((now, { path, after }) => put(now, path.split("."), after), doc);
}

function put(doc: JsonDoc, [key = "", ...rest]: string[], after: Json): JsonDoc {
  const inner = doc[key] ?? null;
  if (rest.length === 0) return { ...doc, [key]: after };
  if (Array.isArray(inner)) return { ...doc, [key]: putRow(inner, rest, after) };
  return { ...doc, [key]: put(isDoc(inner) ? inner : {}, rest, after) };
}

function putRow(rows: Json[], [id = "", ...rest]: string[], after: Json): Json[] {
  const idOf = (row: Json) => (isDoc(row) ? row.id : undefined);
  if (id === "order" && Array.isArray(after)) {
    const place = (row: Json) => {
      const at = after.indexOf(idOf(row) ?? null);
      return at < 0 ? after.length : at;
    };
    return [...rows].sort((a, b) => place(a) - place(b));
  }
  if (rest.length > 0) {
    return rows.map((row) => (isDoc(row) && row.id === id ? put(row, rest, after) : row));
  }
  const others = rows.filter((row) => idOf(row) !== id);
  if (after === null) return others;
  return rows.some((row) => idOf(row) === id)
    ? rows.map((row) => (idOf(row) === id ? after : row))
    : [...rows, after];
}

function isDoc(value: Json): value is JsonDoc {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
