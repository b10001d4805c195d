export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "INVALID"
  | "CONFLICT"
  | "STALE"
  | "REUSED"
  | "UNCONDITIONAL"
  | "LIMITED"
  | "INTERNAL";

export type Values = Record<string, string | number>;

/** What is wrong with one field. `path` is dotted: `terms.0.max`. */
export type FieldError = { path: string; message: string; values?: Values };

type Options = ErrorOptions & { fields?: FieldError[]; values?: Values };

/**
 * A failure the caller can act on. Anything else that is thrown is a bug.
 * The message is an English sentence without full stops, `{name}` standing for a value: logs and the
 * API show it, and `messages/<locale>/errors.json` translates it for the screen.
 */
export class AppError extends Error {
  override name = "AppError";
  readonly fields: FieldError[];
  readonly values: Values;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: Options,
  ) {
    super(message, options);
    this.fields = options?.fields ?? [];
    this.values = options?.values ?? {};
  }
}

export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `${what} not found`);
}

/** An INVALID error about one field. */
export function invalidField(path: string, message: string, values?: Values): AppError {
  return new AppError("INVALID", message, { values, fields: [{ path, message, values }] });
}

/** The English sentence with its values, for logs, files and the API. */
export function sentence(message: string, values: Values = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
