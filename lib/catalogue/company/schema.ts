import * as z from "zod";
import { CompanyKind } from "@/prisma/generated/enums";
import { countryCode } from "../../territory/schema";
import { line } from "../../text";
import type { Query } from "../rules";
import { anyOf, error, once, pageKeys, parseQuery, sortBy } from "../schema";

export const companySortKeys = ["name", "country", "kind"] as const;

const keys = {
  q: once(line(200)),
  country: anyOf(countryCode),
  kind: anyOf(z.enum(CompanyKind, { error })),
  sort: once(sortBy(companySortKeys)),
};

/** The filters of /companies and its export; the words are a contract. */
export function parseCompanyFilter(query: Query) {
  return parseQuery({ ...keys, ...pageKeys }, query);
}
export type CompanyFilter = ReturnType<typeof parseCompanyFilter>["filter"];
