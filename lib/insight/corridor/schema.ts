import * as z from "zod";
import { parseDealFilter } from "../../catalogue/deal/schema";
import { type Query, splitQuery } from "../../catalogue/rules";
import { error, once, parseQuery } from "../../catalogue/schema";

/** What a flow is as wide as: how many deals, or what they say of money, in US dollars. */
export const flowMeasures = ["deals", "upfront", "headline", "paid"] as const;
export type FlowMeasure = (typeof flowMeasures)[number];

const ownKeys = { measure: once(z.enum(flowMeasures, { error })) };

/** What shapes a list and chooses no deal, and what would make a flow's link list other deals than it counts. */
const refused = ["after", "limit", "sort", "columns", "tab", "match"];

export const corridorKeys: readonly string[] = [...Object.keys(ownKeys), ...refused];

/** Which deals, by the filters of their list, and what is measured of them. */
export function parseCorridors(query: Query) {
  const { own, rest } = splitQuery(query, corridorKeys);
  const said = parseQuery(ownKeys, own);
  const deals = parseDealFilter(rest);
  return {
    filter: deals.filter,
    measure: said.filter.measure ?? "deals",
    problems: [...deals.problems, ...said.problems],
  };
}
