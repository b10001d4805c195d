import type { Noun } from "../../record/rules";

/** A record beside the one it may be the same as. `facts` are in the words of the record: country, date, figure. */
export type Candidate = {
  noun: Noun;
  id: string;
  version: number;
  slug: string;
  name: string;
  otherNames: string[];
  facts: string[];
  /** Deals that refer to it; for a deal, its payments. */
  uses: number;
};

export type CandidatePair = [Candidate, Candidate];

/** A merge that was made, newest first; undone ones stay to be seen. */
export type MergeRow = {
  id: string;
  noun: Noun;
  kept: string;
  merged: string;
  actorName: string;
  reason: string;
  at: string;
  undone: boolean;
};
