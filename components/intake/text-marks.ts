import type { Proposal } from "@/lib/intake/schema";

/** A stretch of the text that belongs to the same proposals from its start to its end. */
export type Piece = { start: number; text: string; ids: string[] };

/** Cuts the text wherever a proposal's words begin or end, so that overlapping ones can both be shown. */
export function piecesOf(text: string, proposals: readonly Proposal[]): Piece[] {
  const edges = proposals.flatMap(({ span }) => [span.start, span.end]);
  const cuts = [...new Set([0, text.length, ...edges])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const over = proposals.filter(({ span }) => span.start <= start && span.end >= end);
    return { start, text: text.slice(start, end), ids: over.map(({ id }) => id) };
  });
}
