import * as z from "zod";
import { type DealFilter, parseDealFilter } from "../../catalogue/deal/schema";
import { type Query, splitQuery } from "../../catalogue/rules";
import { anyOf, error, once, type Parsed, parseQuery, slugKey } from "../../catalogue/schema";
import { line } from "../../text";

/** What is measured of each deal. Amounts in US dollars; share and royalty in per cent. */
export const measures = ["upfront", "headline", "share", "royalty"] as const;
export type Measure = (typeof measures)[number];

/** A deal that a person moved: its slug, and after a colon why. */
const byHand = z.string().transform((text, ctx) => {
  const [slug, ...rest] = text.split(":");
  const reason = rest.length > 0 ? rest.join(":") : null;
  const parsed = z
    .object({ slug: slugKey, reason: line(200).nullable() })
    .safeParse({ slug, reason });
  if (parsed.success) return parsed.data;
  ctx.addIssue({ code: "custom", message: error });
  return z.NEVER;
});

const yearsError = "Give a number of years from 1 to 20";

const ownKeys = {
  /** The deal that the others are compared with: it is never among them. */
  like: once(slugKey),
  in: anyOf(byHand, 100),
  out: anyOf(byHand, 100),
  /** Years after which a deal weighs half. */
  half_life: once(
    z
      .string()
      .regex(/^\d{1,2}$/, { error: yearsError })
      .transform(Number)
      .pipe(z.number().min(1, { error: yearsError }).max(20, { error: yearsError })),
  ),
};

/** What shapes a list and chooses no deal, and what would make "this one alone fails" meaningless. */
const refused = ["after", "limit", "sort", "columns", "tab", "match", "menus"] as const;

export type ByHand = z.output<typeof byHand>;

export type Asked = {
  criteria: DealFilter;
  like?: string | undefined;
  kept: ByHand[];
  left: ByHand[];
  halfLife?: number | undefined;
};

/** The keys of a set's address that the deals' list does not know, or that are refused here. */
export const comparableKeys: readonly string[] = [...Object.keys(ownKeys), ...refused];

/** The criteria are filters of the deals' list, by its own parser; the rest is said of the set. */
export function parseComparables(query: Query): Parsed<Asked> {
  const { own, rest } = splitQuery(query, comparableKeys);
  const said = parseQuery(ownKeys, own);
  const deals = parseDealFilter(rest);
  const { like, in: kept = [], out: left = [], half_life: halfLife } = said.filter;
  return {
    filter: { criteria: deals.filter, like, kept, left, halfLife },
    problems: [...deals.problems, ...said.problems],
  };
}

/** What freezes a set: its name, and the address that says what is in it. */
export const freezing = z.strictObject({ name: line(120), query: z.string().max(8000) });
export type Freezing = z.output<typeof freezing>;

export const setRef = z.strictObject({ id: z.uuid() });
export type SetRef = z.output<typeof setRef>;
