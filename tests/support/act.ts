import { readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import * as z from "zod";

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({
      workers: z.record(z.string(), z.unknown()),
      filename: z.string(),
      exportedName: z.string(),
    }),
  ),
});

const folder = ".next/standalone/.next/server";

/** The server actions of the build, by file and name, with the pages that can be asked for each. */
function built() {
  const text = readFileSync(`${folder}/server-reference-manifest.json`, "utf8");
  return new Map(
    Object.entries(manifest.parse(JSON.parse(text)).node).map(([id, action]) => [
      `${action.filename} ${action.exportedName}`,
      { id, pages: Object.keys(action.workers) },
    ]),
  );
}

let known: ReturnType<typeof built> | undefined;

function actions() {
  known ??= built();
  return known;
}

/** Every server action that a browser can call, as "file name". */
export function actionNames(): string[] {
  return [...actions().keys()];
}

const examples: Record<string, string> = {
  deals: "takeda-hutchmed-fruquintinib-2023",
  companies: "takeda",
  assets: "fruquintinib",
  rates: "CNY",
  sources: "d94fdfd1-0962-51f8-a8c7-e301d9dc6df5",
};

/** `app/(workspace)/deals/[slug]/page` → an address that exists. */
export function addressOf(page: string): string {
  const parts = page
    .split("/")
    .slice(1, -1)
    .filter((part) => !part.startsWith("("));
  const filled = parts.map((part, at) =>
    part.startsWith("[") ? (examples[parts[at - 1] ?? ""] ?? "none") : part,
  );
  return `/${filled.join("/")}`;
}

/** What React sends for the arguments: text that begins with `$` would be a reference. */
function encoded(args: unknown[]): string {
  return JSON.stringify(args, (_, value) =>
    typeof value === "string" && value.startsWith("$") ? `$${value}` : value,
  );
}

/** A form's action is called with the state before and the form's fields, which are read first. */
function multipart(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  form.append("0", '[null,"$K1"]');
  return form;
}

const answer = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      message: z.string(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  }),
]);
export type Answer = z.output<typeof answer> | null;

/** The Result inside React's answer, which is one JSON document a line behind an id. */
function resultIn(text: string): Answer {
  for (const [, json = ""] of text.matchAll(/^\w+:(\{.*\})$/gm)) {
    const value: unknown = JSON.parse(json);
    const read = z.union([answer, z.object({ result: answer })]).safeParse(value).data;
    if (read) return "result" in read ? read.result : read;
  }
  return null;
}

export type Call = { args: unknown[] } | { form: Record<string, string> };

/** Calls a server action as a browser does, without its page. `result` is null when the answer holds none. */
export async function act(
  request: APIRequestContext,
  name: string,
  call: Call,
  more: Record<string, string> = {},
) {
  const action = actions().get(name);
  if (!action) throw new Error(`There is no action ${name} in this build`);
  const headers = { "next-action": action.id, "sec-fetch-site": "same-origin", ...more };
  const response = await request.post(addressOf(action.pages[0] ?? ""), {
    maxRedirects: 0,
    ...("args" in call
      ? {
          data: encoded(call.args),
          headers: { ...headers, "content-type": "text/plain;charset=UTF-8" },
        }
      : { multipart: multipart(call.form), headers }),
  });
  const text = await response.text();
  return { status: response.status(), text, result: resultIn(text) };
}
