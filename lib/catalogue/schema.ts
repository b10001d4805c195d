import * as z from "zod";
import type { FieldError } from "../errors";
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

/** A repeated key is "any of". */
export function anyOf<S extends z.ZodType>(one: S) {
  return z.preprocess((value) => [value].flat(), z.array(one).min(1).max(100));
}

/** A key that may stand once. */
export function once<S extends z.ZodType>(one: S) {
  return z.preprocess(
    (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value),
    one,
  );
}

export const error = "This value is not valid";

/** A record by the word in its address. */
export const slugKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error });

export type SortBy<K extends string> = { key: K; descending: boolean };

/** One of a list's sorts; `-` before it turns it round. */
export function sortBy<const K extends string>(keys: readonly K[]) {
  return z.string().transform((text, ctx): SortBy<K> => {
    const key = keys.find((known) => known === text.replace(/^-/, ""));
    if (key) return { key, descending: text.startsWith("-") };
    ctx.addIssue({ code: "custom", message: "There is no such sort" });
    return z.NEVER;
  });
}

const limitError = "Give a number from 1 to 500";

/** What only a page of a list knows. */
export const pageKeys = {
  after: once(z.string().max(2000)),
  limit: once(
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, { error: limitError })
      .transform(Number)
      .pipe(z.number().max(500, { error: limitError })),
  ),
};
