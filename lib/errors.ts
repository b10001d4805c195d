export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "INVALID"
  | "CONFLICT"
  | "LIMITED"
  | "INTERNAL";

/** What is wrong with one field. `path` is dotted: `terms.0.max`. */
export type FieldError = { path: string; message: string };

/** A failure the caller can act on. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override name = "AppError";
  readonly fields: FieldError[];

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions & { fields?: FieldError[] },
  ) {
    super(message, options);
    this.fields = options?.fields ?? [];
  }
}

export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `${what} not found`);
}

/** An INVALID error about one field. */
export function invalidField(path: string, message: string): AppError {
  return new AppError("INVALID", message, { fields: [{ path, message }] });
}
