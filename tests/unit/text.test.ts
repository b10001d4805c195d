import fc from "fast-check";
import { expect, test } from "vitest";
import {
  line,
  optionalLine,
  optionalParagraph,
  optionalWebAddress,
  paragraph,
  slugText,
  webAddress,
} from "@/lib/text";

test("a line is trimmed, composed and its blanks collapsed", () => {
  expect(line(50).parse("  Merck\t&   Co.\n")).toBe("Merck & Co.");
  expect(line(50).parse("武田　薬品")).toBe("武田 薬品");
  expect(line(50).parse("Cafe\u0301")).toBe("Café");
});

test.each([
  "\u0000",
  "\u0007",
  "\u001b",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u200b",
  "\u200d",
  "\ud800",
])("a line and a paragraph refuse the invisible %j", (mark) => {
  expect(line(50).safeParse(`a${mark}b`).success).toBe(false);
  expect(paragraph(50).safeParse(`a${mark}b`).success).toBe(false);
});

test("joiners stay where a script or an emoji needs them", () => {
  expect(line(50).safeParse("क्\u200dष").success).toBe(true);
  expect(line(50).safeParse("👩\u200d🔬").success).toBe(true);
});

test("a tidy line is left as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (typed) => {
      const once = line(80).safeParse(typed);
      if (once.success) expect(line(80).parse(once.data)).toBe(once.data);
    }),
  );
});

test("a line that is empty or too long says so", () => {
  const problem = (typed: unknown) => line(3).safeParse(typed).error?.issues[0]?.message;
  expect(problem(" ")).toBe("Fill this in");
  expect(problem(undefined)).toBe("Fill this in");
  expect(problem("abcd")).toBe("Use {maximum} characters or fewer");
  expect(problem(5)).toBe("This must be text");
});

test("a paragraph keeps its lines", () => {
  expect(paragraph(50).parse(" one \r\n\r\ntwo\t\rthree ")).toBe("one\n\ntwo\nthree");
});

test.each(["", "  ", null, undefined])("%j in an optional field is null", (blank) => {
  expect(optionalLine(5).parse(blank)).toBeNull();
  expect(optionalParagraph(5).parse(blank)).toBeNull();
  expect(optionalWebAddress.parse(blank)).toBeNull();
});

test.each([
  ["hutch-med.com", "https://hutch-med.com"],
  ["hutch-med.com:8080/a?b=c:d", "https://hutch-med.com:8080/a?b=c:d"],
  ["http://example.com/日本", "http://example.com/日本"],
])("%s is the address %s", (typed, address) => {
  expect(webAddress.parse(typed)).toBe(address);
});

test.each([
  "javascript:alert(1)",
  "javascript://example.com/%0aalert(1)",
  "data:text/html,x",
  "ftp://example.com",
  "mailto:a@example.com",
  "http://name:word@example.com",
  "name@example.com",
  "//example.com",
  "https:////example.com",
  "https:\\\\example.com",
  "https://exa mple.com",
  "nothing",
  `https://example.com/${"a".repeat(2000)}`,
])("%s is not an address we link to", (typed) => {
  expect(webAddress.safeParse(typed).success).toBe(false);
});

test("a slug is lower-case words joined by hyphens, and no reserved word", () => {
  expect(slugText.parse("takeda-hutchmed-fruquintinib-2023")).toBeTruthy();
  for (const wrong of ["new", "export", "A", "a--b", "-a", "a_b", "武田", "", "a".repeat(81)]) {
    expect(slugText.safeParse(wrong).success).toBe(false);
  }
});
