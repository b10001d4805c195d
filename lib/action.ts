import "server-only";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { openContext, requestContext } from "./auth/session";
import type { Ctx } from "./context";
import { AppError, type Values } from "./errors";
import { parseInput } from "./input";
import { log } from "./log";
import { refuseOtherSites, requestId } from "./request";
import type { Result, ResultError } from "./result";

type Run<S extends z.ZodType, T> = (ctx: Ctx, input: z.output<S>) => Promise<T>;

/** "anyone" is for signing in and changing a first password; everything else keeps the default. */
type Options = {
  admits?: "signed-in" | "anyone";
  /** False for one step of many, or for what nothing on the page shows: the page asks when it is time. */
  refreshes?: boolean;
};

/**
 * The one way to make a server action. What the caller can act on comes back as an error of the
 * Result, in the visitor's language; redirect() and notFound() travel on; anything else is a bug,
 * logged under the reference that the visitor is given.
 */
export function action<S extends z.ZodType, T>(schema: S, run: Run<S, T>, options: Options = {}) {
  return (raw: z.input<S>): Promise<Result<T>> => perform(schema, run, raw, options);
}

/** The same for `useActionState`: the form's fields by name, a repeated name as a list. */
export function formAction<S extends z.ZodType, T>(
  schema: S,
  run: Run<S, T>,
  options: Options = {},
) {
  return (_previous: Result<T> | null, form: FormData): Promise<Result<T>> =>
    perform(schema, run, fieldsOf(form), options);
}

async function perform<S extends z.ZodType, T>(
  schema: S,
  run: Run<S, T>,
  raw: unknown,
  { admits = "signed-in", refreshes = true }: Options,
): Promise<Result<T>> {
  try {
    await refuseOtherSites();
    const ctx = admits === "anyone" ? await openContext() : await requestContext();
    const data = await run(ctx, parseInput(schema, raw));
    if (refreshes) refresh();
    return { ok: true, data };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, error: await asResultError(error) };
  }
}

/** Object.fromEntries would keep only the last of a repeated name. Next's own fields are left out. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION_"));
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}

async function asResultError(error: unknown): Promise<ResultError> {
  const t = await getTranslations("errors");
  const say = (sentence: string, values: Values = {}) =>
    t.has(sentence) ? t(sentence, values) : sentence;

  if (error instanceof AppError) {
    return {
      code: error.code,
      message: say(error.message, error.values),
      fields: error.fields.map(({ path, message, values }) => ({
        path,
        message: say(message, values),
      })),
    };
  }
  const reference = await requestId();
  log.error({ err: error, reference }, "an action failed");
  return {
    code: "INTERNAL",
    message: say("Something went wrong on our side; nothing was saved"),
    fields: [],
    reference,
  };
}
