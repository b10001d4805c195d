import type { DealLinkKind } from "@/prisma/generated/enums";

/** Deals of one transaction name each other; every other link leads from the later deal to the earlier. */
export function isDirected(kind: DealLinkKind): boolean {
  return kind !== "SAME_TRANSACTION";
}

/** A link between two deals, by their ids. */
export type Edge = { id: string; from: string; to: string };

/** Of these links, the ones that lead back to where they start. */
export function circular(edges: readonly Edge[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  return new Set(edges.filter(({ from, to }) => leads(next, to, from)).map(({ id }) => id));
}

function leads(next: ReadonlyMap<string, string[]>, start: string, end: string): boolean {
  const seen = new Set([start]);
  for (const one of seen) {
    if (one === end) return true;
    for (const to of next.get(one) ?? []) seen.add(to);
  }
  return false;
}

type Sides = { giving: readonly string[]; taking: readonly string[] };

/** Who gave in one deal takes in the other, and the other way round. Sides are companies' slugs. */
export function rolesReversed(one: Sides, other: Sides): boolean {
  const meets = (a: readonly string[], b: readonly string[]) => a.some((slug) => b.includes(slug));
  return meets(one.giving, other.taking) && meets(one.taking, other.giving);
}
