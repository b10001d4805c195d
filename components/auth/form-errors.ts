import type { ResultError } from "@/lib/result";

/** What is wrong with one field of a small form, if anything. */
export function errorOf(error: ResultError | null, name: string): string | undefined {
  return error?.fields.find(({ path }) => path === name)?.message;
}

/** What is wrong with the whole: said above the fields, unless a field says it. */
export function overallError(error: ResultError | null): string | null {
  return error && error.fields.length === 0 ? error.message : null;
}
