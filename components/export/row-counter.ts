import type { Format } from "@/lib/exchange/schema";

const quote = 0x22;
const lineFeed = 0x0a;

/** Counts the rows in what has arrived so far; a workbook is packed, and shows none. */
export function rowCounter(format: Format): {
  add: (bytes: Uint8Array) => void;
  rows: () => number;
} {
  let lines = 0;
  let quoted = false;
  const head = format === "csv" ? 1 : 0;
  return {
    add(bytes) {
      if (format === "xlsx") return;
      for (const byte of bytes) {
        // A line break between quotes is part of a cell. JSON has none, and escapes its quotes its own way.
        if (byte === quote && format === "csv") quoted = !quoted;
        else if (byte === lineFeed && !quoted) lines += 1;
      }
    },
    rows: () => Math.max(0, lines - head),
  };
}
