/** What came of an import: how many rows of each file were new, and of the others how many differ from what is here. */
export type ArchiveOutcome = {
  created: Record<string, number>;
  same: number;
  /** Left as they are: an archive never overwrites. */
  different: number;
};
