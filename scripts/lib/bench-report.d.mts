type Line = { name: string; median: number; p99?: number; ratio?: number; note?: string };

/** For the test of it. */
export function reportOf(sizes: { deals: number; lines: Line[] }[]): string;
