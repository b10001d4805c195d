import * as z from "zod";
import { DealStatus, DealType, Modality, Stage } from "@/prisma/generated/enums";
import { parseTyped } from "../../money/rules";
import { currencyCode } from "../../money/schema";
import { lastDay, partialDate, toDay } from "../../partial-date";
import { countryCode } from "../../territory/schema";
import { line } from "../../text";
import { type Parsed, parseQuery, type Query } from "../schema";

/** A repeated key is "any of". */
function anyOf<S extends z.ZodType>(one: S) {
  return z.preprocess((value) => [value].flat(), z.array(one).min(1).max(100));
}

/** A key that may stand once. */
function once<S extends z.ZodType>(one: S) {
  return z.preprocess(
    (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value),
    one,
  );
}

const error = "This value is not valid";
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error });

const dollars = z.string().transform((text, ctx) => {
  const typed = parseTyped(text);
  if (typed && (typed.currency === null || typed.currency === "USD")) return typed.amount;
  ctx.addIssue({ code: "custom", message: "Give an amount in US dollars, such as 400m" });
  return z.NEVER;
});

/** The columns a list can be sorted by; `-` before one turns it round. Unknown values come last, both ways. */
export const sortKeys = [
  "announced_on",
  "closed_on",
  "title",
  "licensor",
  "licensee",
  "type",
  "status",
  "stage",
  "corridor",
  "upfront",
  "headline",
  "paid",
  "updated_at",
] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; descending: boolean };

const sort = z
  .string()
  .regex(/^-?[a-z_]+$/, { error })
  .transform((text, ctx): Sort => {
    const key = sortKeys.find((known) => known === text.replace(/^-/, ""));
    if (key) return { key, descending: text.startsWith("-") };
    ctx.addIssue({ code: "custom", message: "There is no such sort" });
    return z.NEVER;
  });

/** The filters of /deals, its export and its API; the words are a contract. */
const keys = {
  q: once(line(200)),
  type: anyOf(z.enum(DealType, { error })),
  status: anyOf(z.enum(DealStatus, { error })),
  stage: anyOf(z.enum(Stage, { error })),
  modality: anyOf(z.enum(Modality, { error })),
  indication: anyOf(line(200)),
  target: anyOf(line(80)),
  company: anyOf(slug),
  licensor: anyOf(slug),
  licensee: anyOf(slug),
  country: anyOf(countryCode),
  from: anyOf(countryCode),
  to: anyOf(countryCode),
  announced_from: once(partialDate.transform((text) => toDay(text).day)),
  announced_to: once(partialDate.transform(lastDay)),
  currency: anyOf(z.union([currencyCode, z.literal("MIXED")], { error })),
  disclosed: anyOf(z.enum(["upfront", "headline"], { error })),
  upfront_min: once(dollars),
  upfront_max: once(dollars),
  headline_min: once(dollars),
  headline_max: once(dollars),
  has_conflict: once(z.enum(["true", "false"], { error }).transform((text) => text === "true")),
  sort: once(sort),
  as_of: once(
    z.string().refine(() => false, { error: "Looking back in time is not possible yet" }),
  ),
};

/** What only a page of the list knows. */
const pageKeys = {
  after: once(z.string().max(2000)),
  limit: once(
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, { error: "Give a number from 1 to 500" })
      .transform(Number)
      .pipe(z.number().max(500, { error: "Give a number from 1 to 500" })),
  ),
  columns: anyOf(line(40)),
};

export function parseDealFilter(query: Query) {
  return parseQuery({ ...keys, ...pageKeys }, query);
}
export type DealFilter = ReturnType<typeof parseDealFilter>["filter"];
export type ParsedDealFilter = Parsed<DealFilter>;

export const newestFirst: Sort = { key: "announced_on", descending: true };
