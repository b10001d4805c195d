import type { Query } from "../../catalogue/rules";
import { anyOf, parseQuery, slugKey } from "../../catalogue/schema";
import { mostCompared } from "./rules";

/** `deal` repeated: which deals by slug or id, in which order. A UUID has the form of a slug. */
export function parseCompare(query: Query) {
  const { filter, problems } = parseQuery({ deal: anyOf(slugKey, mostCompared) }, query);
  return { wanted: [...new Set(filter.deal ?? [])], problems };
}
