import * as z from "zod";
import { DealStatus, DealType, Modality, Stage } from "@/prisma/generated/enums";
import { lastingCodes, passingCodes } from "../../deal/warning/schema";
import { fxPolicies } from "../../fx/schema";
import { parseTyped } from "../../money/rules";
import { currencyCode } from "../../money/schema";
import { countryCode } from "../../territory/schema";
import { line } from "../../text";
import type { Query } from "../rules";
import {
  anyOf,
  dayOf,
  error,
  once,
  pageKeys,
  parseQuery,
  type SortBy,
  slugKey,
  sortBy,
  sortValue,
  withPlace,
} from "../schema";

const dollars = z.string().transform((text, ctx) => {
  const typed = parseTyped(text);
  if (typed && (typed.currency === null || typed.currency === "USD")) return typed.amount;
  ctx.addIssue({ code: "custom", message: "Give an amount in US dollars, such as 400m" });
  return z.NEVER;
});

/** What the list can be sorted by; `-` before one turns it round. Unknown values come last, both ways. */
export const sorts = {
  announced_on: sortValue.date,
  closed_on: sortValue.date,
  title: sortValue.text,
  licensor: sortValue.text,
  licensee: sortValue.text,
  type: z.enum(DealType),
  status: z.enum(DealStatus),
  stage: z.enum(Stage),
  corridor: sortValue.text,
  upfront: sortValue.amount,
  headline: sortValue.amount,
  paid: sortValue.amount,
  updated_at: sortValue.instant,
};
export type SortKey = keyof typeof sorts;
export type Sort = SortBy<SortKey>;

export const newestFirst: Sort = { key: "announced_on", descending: true };

/** The filters whose values are the keys that each row holds. */
export const keyed = ["type", "status", "stage", "modality", "from", "to", "currency"] as const;
export type Keyed = (typeof keyed)[number];

/** What may be asked to be empty, or to be filled in. */
export const emptiable = [
  "upfront",
  "headline",
  "paid",
  "closed_on",
  "stage",
  "licensor",
  "licensee",
  "indication",
  "target",
] as const;
export type Emptiable = (typeof emptiable)[number];

/** The day that a page or a file looks back to; today is no looking back. What is to come is not known. */
export const asOf = z.iso
  .date({ error: "Give a day such as 2024-11-22" })
  .refine((day) => day >= "1900-01-01", { error: "The year must be between 1900 and 2100" })
  .refine((day) => day <= new Date().toISOString().slice(0, 10), {
    error: "Nobody knows what will be: give today or an earlier day",
  })
  .transform((day) => (day < new Date().toISOString().slice(0, 10) ? day : undefined));

/** The filters of /deals, its export and its API; the words are a contract. */
export const keys = {
  q: once(line(200)),
  type: anyOf(z.enum(DealType, { error })),
  status: anyOf(z.enum(DealStatus, { error })),
  stage: anyOf(z.enum(Stage, { error })),
  modality: anyOf(z.enum(Modality, { error })),
  indication: anyOf(line(200)),
  target: anyOf(line(80)),
  tag: anyOf(line(40)),
  company: anyOf(slugKey),
  licensor: anyOf(slugKey),
  licensee: anyOf(slugKey),
  country: anyOf(countryCode),
  from: anyOf(countryCode),
  to: anyOf(countryCode),
  announced_from: once(dayOf("first")),
  announced_to: once(dayOf("last")),
  currency: anyOf(z.union([currencyCode, z.literal("MIXED")], { error })),
  disclosed: anyOf(z.enum(["upfront", "headline"], { error })),
  upfront_min: once(dollars),
  upfront_max: once(dollars),
  headline_min: once(dollars),
  headline_max: once(dollars),
  has_conflict: once(z.enum(["true", "false"], { error }).transform((text) => text === "true")),
  unverified: once(z.enum(["true", "false"], { error }).transform((text) => text === "true")),
  warning: anyOf(z.enum([...lastingCodes, ...passingCodes], { error })),
  /** What one batch changed, and single deals: what a person selected, as an address. */
  batch: once(z.uuid({ error })),
  id: anyOf(z.uuid({ error }), 200),
  empty: anyOf(z.enum(emptiable, { error })),
  filled: anyOf(z.enum(emptiable, { error })),
  match: once(z.enum(["all", "any"], { error })),
  sort: once(sortBy(sorts)),
  as_of: once(asOf),
};

/** What only the page knows. */
const screenKeys = {
  ...pageKeys,
  columns: anyOf(line(40)),
  fx: once(z.enum(fxPolicies, { error })),
  /** "open": with every menu drawn, for who has no scripts to draw one when it opens. */
  menus: once(z.literal("open", { error })),
};

export function parseDealFilter(query: Query) {
  const parsed = parseQuery({ ...keys, ...screenKeys }, query);
  return withPlace(parsed, sorts, newestFirst);
}
export type DealFilter = ReturnType<typeof parseDealFilter>["filter"];
