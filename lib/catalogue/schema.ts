import * as z from "zod";
import { decodeCursor, encodeCursor } from "../cursor";
import { AppError, type FieldError } from "../errors";
import { lastDay, partialDate, toDay } from "../partial-date";
import { relativePeriod } from "../relative-date";
import type { Query } from "./rules";

export function queryOf(params: URLSearchParams): Query {
  const keys = [...new Set(params.keys())];
  return Object.fromEntries(keys.map((key) => [key, params.getAll(key)]));
}

export type Parsed<F> = { filter: F; problems: FieldError[] };

/**
 * Reads each key by its own schema. What is unknown or wrong is named in `problems` and left out of the
 * filter: a page shows the note and goes on, an export or the API must refuse.
 */
export function parseQuery<S extends Record<string, z.ZodType>>(
  keys: S,
  query: Query,
): Parsed<{ [K in keyof S]?: z.output<S[K]> }> {
  const filter: { [K in keyof S]?: z.output<S[K]> } = {};
  const problems: FieldError[] = [];
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.every((v) => !v)))
      continue;
    const schema = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!schema) {
      problems.push({ path: key, message: "There is no such filter" });
      continue;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) filter[key as keyof S] = parsed.data as z.output<S[keyof S]>;
    else
      problems.push({
        path: key,
        message: parsed.error.issues[0]?.message ?? "This value is not valid",
      });
  }
  return { filter, problems };
}

/**
 * The filter, or nothing: a filter that was left out would answer with more than was asked.
 * @throws AppError INVALID that names what is unknown or wrong
 */
export function whole<F>({ filter, problems }: Parsed<F>): F {
  if (problems.length === 0) return filter;
  throw new AppError("INVALID", "Some filters are not valid", { fields: problems });
}

/** A repeated key is "any of". */
export function anyOf<S extends z.ZodType>(one: S, most = 100) {
  return z.preprocess((value) => [value].flat(), z.array(one).min(1).max(most));
}

/** A key that may stand once. */
export function once<S extends z.ZodType>(one: S) {
  return z.preprocess(
    (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value),
    one,
  );
}

export const error = "This value is not valid";

/** The end of a period: of a date as people write it, or of one that moves with today (UTC), as "-30d" or "this-year". */
export function dayOf(end: "first" | "last") {
  return z.unknown().transform((typed, ctx) => {
    const today = new Date().toISOString().slice(0, 10);
    const moving = typeof typed === "string" ? relativePeriod(typed, today) : null;
    const date = partialDate.safeParse(moving ? moving[end] : typed);
    if (date.success) return end === "first" ? toDay(date.data).day : lastDay(date.data);
    ctx.addIssue({ code: "custom", message: date.error.issues[0]?.message ?? error });
    return z.NEVER;
  });
}

/** A record by the word in its address. */
export const slugKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error });

/** The text of a sort value in a place, by the kind of its column: a place comes from a stranger. */
export const sortValue = {
  text: z
    .string()
    .max(4000)
    .refine((text) => !text.includes("\0")),
  date: z.iso.date(),
  count: z.string().regex(/^\d{1,9}$/),
  amount: z.string().regex(/^\d{1,20}(\.\d{1,4})?$/),
  instant: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/),
};

/** What a list can be sorted by, and what a place holds of each. */
export type Sorts<K extends string> = Readonly<Record<K, z.ZodType<string>>>;

export type SortBy<K extends string> = { key: K; descending: boolean };

/** One of a list's sorts; `-` before it turns it round. */
export function sortBy<K extends string>(sorts: Sorts<K>) {
  return z.string().transform((text, ctx): SortBy<K> => {
    const key = text.replace(/^-/, "");
    if (isOf(sorts, key)) return { key, descending: text.startsWith("-") };
    ctx.addIssue({ code: "custom", message: "There is no such sort" });
    return z.NEVER;
  });
}

function isOf<K extends string>(sorts: Sorts<K>, key: string): key is K {
  return Object.hasOwn(sorts, key);
}

/** A place between two pages: which way to read on, and the sort value and id of the row beside it. */
export type Place = { way: "next" | "previous"; value: string | null; id: string };

/** A place in a list that is sorted so, as an opaque word. */
export function placeText(sort: SortBy<string>, { way, value, id }: Place): string {
  return encodeCursor([way, sortText(sort), value, id]);
}

function sortText({ key, descending }: SortBy<string>): string {
  return `${descending ? "-" : ""}${key}`;
}

/** @throws AppError INVALID for a word that was changed, or that is a place in another order */
function placeOf(sorts: Sorts<string>, sort: SortBy<string>, text: string): Place {
  const value = (sorts[sort.key] ?? z.never()).nullable();
  const way = z.enum(["next", "previous"]);
  const shape = z.tuple([way, z.literal(sortText(sort)), value, z.uuid()]);
  const read = decodeCursor(shape, text);
  return { way: read[0], value: read[2], id: read[3] };
}

type Listed = { sort?: SortBy<string>; after?: string };

/**
 * Puts the place that `after` names beside the filter. A wrong one is a problem like any other, and the list
 * starts anew.
 */
export function withPlace<F extends Listed>(
  { filter, problems }: Parsed<F>,
  sorts: Sorts<string>,
  first: SortBy<string>,
): Parsed<F & { place?: Place }> {
  if (filter.after === undefined) return { filter, problems };
  try {
    const place = placeOf(sorts, filter.sort ?? first, filter.after);
    return { filter: { ...filter, place }, problems };
  } catch (wrong) {
    if (!(wrong instanceof AppError)) throw wrong;
    return { filter, problems: [...problems, ...wrong.fields] };
  }
}

const limitError = "Give a number from 1 to 500";

/** What only a page of a list knows. */
export const pageKeys = {
  /** The saved view that the address belongs to, "all" for none: it chooses no row. */
  tab: once(z.string().regex(/^[\w-]{1,40}$/, { error })),
  after: once(z.string().max(2000)),
  limit: once(
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, { error: limitError })
      .transform(Number)
      .pipe(z.number().max(500, { error: limitError })),
  ),
};
