import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { locales } from "../../app/locale";

type Tree = { [key: string]: string | Tree };

const files = readdirSync("messages/en").sort();
const read = (locale: string, file: string): Tree =>
  JSON.parse(readFileSync(`messages/${locale}/${file}`, "utf8"));

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key} › `),
  );
}

/** The arguments a sentence takes; plural branches may differ from language to language. */
const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name))].sort();

const keysWithDot = (tree: Tree): string[] =>
  Object.entries(tree).flatMap(([key, value]) => [
    ...(key.includes(".") ? [key] : []),
    ...(typeof value === "string" ? [] : keysWithDot(value)),
  ]);

describe.each(locales)("the dictionary in %s", (locale) => {
  test("has the same files", () => {
    expect(readdirSync(`messages/${locale}`).sort()).toEqual(files);
  });

  test.each(files)("says everything of %s, with the same arguments", (file) => {
    const shape = (tree: Tree) => flat(tree).map(([key, text]) => [key, argumentsOf(text)]);
    expect(Object.fromEntries(shape(read(locale, file)))).toEqual(
      Object.fromEntries(shape(read("en", file))),
    );
  });

  test.each(files)("leaves nothing empty in %s, and no key with a full stop", (file) => {
    const tree = read(locale, file);
    expect(flat(tree).filter(([, text]) => text.trim() === "")).toEqual([]);
    expect(keysWithDot(tree)).toEqual([]);
  });
});
