import type { ErrorCode, FieldError } from "./errors";

/** What an action answers: the data, or an error that the form can show. `reference` finds a bug in the log. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ResultError };

export type ResultError = {
  code: ErrorCode;
  message: string;
  fields: FieldError[];
  reference?: string;
};
