import type * as z from "zod";
import { AppError, type FieldError, type Values } from "./errors";

type Issue = z.core.$ZodIssue;

/**
 * Parses what came from outside: a form, a query string, a body.
 * @throws AppError INVALID with a sentence for every field that is wrong
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { error: generalSentence });
  if (parsed.success) return parsed.data;
  throw new AppError("INVALID", "Some fields need attention", {
    fields: parsed.error.issues.flatMap(fieldErrors),
  });
}

function fieldErrors(issue: Issue): FieldError[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: issue.message,
    }));
  }
  return [{ path, message: issue.message, values: limits(issue) }];
}

function limits(issue: Issue): Values | undefined {
  if (issue.code === "too_big") return { maximum: Number(issue.maximum) };
  if (issue.code === "too_small") return { minimum: Number(issue.minimum) };
  return undefined;
}

/** For what a schema has no sentence of its own; each is a key of messages/<locale>/errors.json. */
function generalSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "Fill this in"
        : "This value is not valid";
    case "too_big":
      if (issue.origin === "string") return "Use {maximum} characters or fewer";
      return issue.origin === "array" ? "Give {maximum} or fewer" : "{maximum} is the most";
    case "too_small":
      if (issue.origin === "string") {
        return issue.minimum === 1 ? "Fill this in" : "Use {minimum} characters or more";
      }
      return issue.origin === "array" ? "Give {minimum} or more" : "{minimum} is the least";
    case "unrecognized_keys":
      return "There is no such field";
    default:
      return "This value is not valid";
  }
}
