import * as z from "zod";
import { CompanyKind } from "@/prisma/generated/enums";
import { countryCode } from "../../territory/schema";
import { line } from "../../text";
import type { Query } from "../rules";
import { anyOf, error, once, pageKeys, parseQuery, sortBy, sortValue, withPlace } from "../schema";

const sorts = { name: sortValue.text, country: countryCode, kind: z.enum(CompanyKind) };

export const byName = { key: "name", descending: false } as const;

export const keys = {
  q: once(line(200)),
  country: anyOf(countryCode),
  kind: anyOf(z.enum(CompanyKind, { error })),
  sort: once(sortBy(sorts)),
};

/** The filters of /companies and its export; the words are a contract. */
export function parseCompanyFilter(query: Query) {
  return withPlace(parseQuery({ ...keys, ...pageKeys }, query), sorts, byName);
}
export type CompanyFilter = ReturnType<typeof parseCompanyFilter>["filter"];
