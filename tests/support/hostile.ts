/** What somebody types who means harm, or who pastes without looking. */
export const hostile = {
  "a quote that ends a statement": "'); DROP TABLE deal; --",
  "a double quote": '"',
  "a wildcard": "%",
  "an underscore": "_",
  "a backslash": "\\",
  empty: "",
  blanks: " \t\u3000 ",
  "ten thousand characters": "名".repeat(10_000),
  "a year 0": "0000",
  "a year 9999": "9999",
  "a day that is none": "2024-02-30",
  "a negative amount": "-1",
  "an amount beyond all": "1e999",
  "not a number": "NaN",
  "an endless number": "9".repeat(400),
  markup: "<img src=x onerror=alert(1)><script>alert(1)</script>",
  "an address in capitals": "HTTPS://EXAMPLE.COM/A",
  "a script's address": "javascript:alert(1)",
  NUL: "a\u0000b",
  "a control character": "a\u001Bb",
  "a mark that turns the text": "a\u202Eb",
  "half a character": "a\uD800b",
  "a formula": '=HYPERLINK("http://evil.example")',
  "a prototype": "__proto__",
  "a template": "{{7*7}}#{7*7}",
} as const;

/** What only a script sends: values of another kind. */
export const strange: readonly unknown[] = [
  null,
  0,
  -1,
  1e300,
  2 ** 53,
  2 ** 31,
  Number.NaN,
  true,
  [],
  {},
  [[]],
  { toString: "x" },
  ["'"],
];

/** Every place of a document that holds a plain value, as a path. */
export function leaves(doc: unknown, path: readonly string[] = []): string[][] {
  if (typeof doc !== "object" || doc === null) return [[...path]];
  return Object.entries(doc).flatMap(([key, value]) => leaves(value, [...path, key]));
}

/** The document with another value at one place. */
export function replaced(doc: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(doc)) {
    return doc.map((item, at) => (String(at) === key ? replaced(item, rest, value) : item));
  }
  if (typeof doc !== "object" || doc === null) throw new Error(`there is no ${key}`);
  const entries = Object.entries(doc).map(([name, inner]): [string, unknown] => [
    name,
    name === key ? replaced(inner, rest, value) : inner,
  ]);
  return Object.fromEntries(entries);
}
