import type { Comparables } from "../dto";

/** A frozen set in a list. */
export type ListedSet = { id: string; name: string; takenOn: string; actorName: string };

export type FrozenSet = ListedSet & {
  /** The address that it was made from: the same criteria today. */
  query: string;
  /** The day that its figures are of: the one it was frozen on, unless it looks back. */
  day: string;
  halfLife: number | undefined;
  mayDelete: boolean;
  answer: Comparables;
};
