import type { Comparables } from "../dto";

/** A frozen set in a list. */
export type ListedSet = { id: string; name: string; takenOn: string; actorName: string };

export type FrozenSet = ListedSet & {
  /** The address that it was made from: the same criteria today. */
  query: string;
  halfLife: number | undefined;
  mayDelete: boolean;
  answer: Comparables;
};
