import type { Sort } from "@/components/ui/th";
import { type Query, withQuery } from "@/lib/catalogue/rules";

/** Each sortable head's link: the other way round when the list is sorted by it, its own first way else. */
export function sortLinks<K extends string>(
  address: string,
  query: Query,
  sort: { key: string; descending: boolean },
  largestFirst: ReadonlySet<string>,
) {
  return (key: K): Sort => {
    const current = sort.key === key;
    const descending = current ? !sort.descending : largestFirst.has(key);
    return {
      href: `${address}${withQuery(query, { sort: `${descending ? "-" : ""}${key}` })}`,
      ...(current && { direction: sort.descending ? "descending" : "ascending" }),
    };
  };
}
