import { likeWord } from "../rules";
import type { DealFilter } from "./schema";

/** The words of a search, each of which a row must hold. */
export function wordsOf({ q }: Pick<DealFilter, "q">): { word: string; pattern: string }[] {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  return words.map((word) => ({ word, pattern: likeWord(word) }));
}
