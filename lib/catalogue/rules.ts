/** A query string, as Next or URLSearchParams gives it: a repeated key is a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The values of a key, none or many. */
export function valuesOf(query: Query, key: string): string[] {
  return [query[key] ?? []].flat().filter(Boolean);
}

/** The words of a search, each of which a row must hold. */
export function wordsOf(q: string | undefined): string[] {
  return (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
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

/** The keys of an address that are named, and all others. */
export function splitQuery(query: Query, names: readonly string[]): { own: Query; rest: Query } {
  const part = (wanted: boolean): Query =>
    Object.fromEntries(Object.entries(query).filter(([key]) => names.includes(key) === wanted));
  return { own: part(true), rest: part(false) };
}
