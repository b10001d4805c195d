import type * as z from "zod";
import type { FieldError } from "../errors";

/** A query string, as Next or URLSearchParams gives it: a repeated key is a list. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

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
