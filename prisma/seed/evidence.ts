import type { ClaimFile, Row } from "./files";
import { idOf } from "./ids";

/** Claims of one record and the sources they name, in the rooms' shape. */
export function toEvidence(
  record: string,
  claims: readonly ClaimFile[],
  sources: ReadonlyMap<string, Row<"sources">>,
) {
  const keys = [...new Set(claims.map((claim) => claim.source))];
  return {
    sources: keys.map((key) => {
      const source = sources.get(key);
      if (!source) throw new Error(`${record} names a source that is not in the file: ${key}`);
      const { key: _, ...fields } = source;
      return { id: idOf("source", key), ...fields };
    }),
    claims: claims.map(({ source, ...claim }, index) => ({
      ...claim,
      id: idOf(record, "claim", String(index)),
      sourceId: idOf("source", source),
    })),
  };
}
