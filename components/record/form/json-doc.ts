import type { JsonDoc } from "@/lib/history/rules";
import type { Saved } from "@/lib/record/rules";

/**
 * A record as plain JSON and back, for comparing and merging by path. Safe, because documents are zod's output
 * (text, numbers, lists and null), and merging moves only values of the same path from one to the other.
 */
export function asJson<Doc extends Saved>(doc: Doc): JsonDoc {
  const { id: _, version: __, slug: ___, ...rest } = doc;
  return rest as JsonDoc;
}

export function asDoc<Doc extends Saved>(json: JsonDoc, { id, version, slug }: Saved): Doc {
  return { ...json, id, version, slug } as unknown as Doc;
}
