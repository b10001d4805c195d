/** The most bytes that an archive may unpack to: ten times a million deals. */
const mostBytes = 32 * 1024 ** 3;

/** Real rows shrink to a fifth; what shrinks a hundredfold was made to. */
const mostRatio = 100;
const smallBytes = 1024 ** 2;

type Packed = { fileName: string; uncompressedSize: number; compressedSize: number };

/** Why these are not the files of an archive, or would unpack to more than they should; null when all is well. */
export function packedProblem(entries: readonly Packed[], known: ReadonlySet<string>) {
  const names = new Set(entries.map(({ fileName }) => fileName));
  const strange = entries.some(({ fileName }) => !known.has(fileName));
  if (strange || names.size < entries.length) return "This is not an archive of a catalogue";
  const size = entries.reduce((all, { uncompressedSize }) => all + uncompressedSize, 0);
  const swollen = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > smallBytes && uncompressedSize > compressedSize * mostRatio,
  );
  return size > mostBytes || swollen ? "This archive would unpack to too much" : null;
}

/** A row's cells as the text format of COPY writes an array of text. */
export function copyArray(cells: readonly (string | null)[]): string {
  const items = cells.map((cell) =>
    cell === null ? "NULL" : `"${cell.replace(/[\\"]/g, "\\$&")}"`,
  );
  return `{${items.join(",")}}`.replace(/[\\\t\n\r]/g, (char) => copied[char] ?? char);
}

const copied: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
