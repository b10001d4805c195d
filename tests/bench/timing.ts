/** Milliseconds. */
export type Times = { median: number; p95: number; p99: number };

export function summary(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

const warmUp = 3;

/** Times of each thing, in turns, so that a drift of the machine falls on all of them alike. */
export async function inTurns<Name extends string>(
  runs: Record<Name, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<Name, Times>> {
  const names = Object.keys(runs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const taken = await timed(runs[name]);
      if (round >= 0) times.get(name)?.push(taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name) ?? [])])) as Record<
    Name,
    Times
  >;
}

/** Several at once, each asking for the next as soon as it has its answer. Gives the times and the rate. */
export async function together(
  connections: number,
  milliseconds: number,
  next: () => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  const ask = async () => {
    while (performance.now() < end) times.push(await timed(next));
  };
  await Promise.all(Array.from({ length: connections }, ask));
  return times;
}
