import { type Bench, get, type Line } from "./bench";
import { inTurns } from "./timing";

const day = "as_of=2023-06-30";

/** The table, its counts and its facets as of a day, each against the same of today. */
export async function measurePast(
  bench: Bench,
  combinations: Record<string, string>,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, query] of Object.entries(combinations)) {
    const { now, past } = await inTurns(
      {
        now: () => get(bench, `${bench.app}/deals?${query}`),
        past: () => get(bench, `${bench.app}/deals?${query}&${day}`),
      },
      bench.rounds,
    );
    lines.push({ name: `as of, against now: ${name}`, ...past, ratio: past.median / now.median });
  }
  return lines;
}
