import type { Query } from "./schema";

/** LIKE's pattern for text that holds this word, whatever the word holds. */
export function likeWord(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The same list with some keys changed; a page's place never survives that. */
export function withQuery(query: Query, changes: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, after: undefined, ...changes })) {
    for (const one of [value ?? []].flat()) if (one) params.append(key, one);
  }
  const text = params.toString();
  return text ? `?${text}` : "?";
}
