import type { ClaimRow, SourceRow } from "./files";
import { idOf } from "./ids";

export type Sources = ReadonlyMap<string, SourceRow>;

/** Lists whose rows a claim may name, and the word under which their ids are made. */
const rows: Record<string, string> = {
  terms: "term",
  events: "event",
  grants: "grant",
  royalties: "royalty",
};

/** `terms.upfront` → `terms.<id>`; a plain field stays. */
function fieldOf(record: string, field: string): string {
  const [list = "", key] = field.split(".");
  const row = rows[list];
  return key && row ? `${list}.${idOf(record, row, key)}` : field;
}

/** Claims of one record, and these and `more` of the sources, in the rooms' shape. */
export function toEvidence(
  record: string,
  claims: readonly ClaimRow[],
  sources: Sources,
  more: readonly string[] = [],
) {
  const keys = [...new Set([...claims.map((claim) => claim.source), ...more])];
  return {
    sources: keys.map((key) => {
      const source = sources.get(key);
      if (!source) throw new Error(`${record} names a source that is not in the file: ${key}`);
      const { key: _, ...fields } = source;
      return { id: idOf("source", key), ...fields };
    }),
    claims: claims.map(({ source, field, ...claim }, index) => ({
      ...claim,
      id: idOf(record, "claim", String(index)),
      field: fieldOf(record, field),
      sourceId: idOf("source", source),
    })),
  };
}
