import type { PickRow } from "@/lib/catalogue/search/schema";

/** What a draft holds. `shape` grows whenever the fields of a form change in a way that old drafts do not fit. */
export type Kept<Fields, Doc> = {
  shape: 1;
  fields: Fields;
  /** What the edit started from, so that it can still be told who changed what. */
  base: Doc | null;
  known: PickRow[];
};

export function writeKept<Fields, Doc>(kept: Omit<Kept<Fields, Doc>, "shape">): string {
  return JSON.stringify({ shape: 1, ...kept });
}

/**
 * A draft read back, or null when it is of another shape. The type is safe to assume: only the form of the same
 * address writes here, for the same person, and `shape` changes with the fields.
 */
export function readKept<Fields, Doc>(payload: string): Kept<Fields, Doc> | null {
  try {
    const kept = JSON.parse(payload) as Kept<Fields, Doc>;
    return kept.shape === 1 ? kept : null;
  } catch {
    return null;
  }
}
