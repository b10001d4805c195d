import fc from "fast-check";
import { expect, test } from "vitest";
import { slugify } from "@/lib/slug";
import { slugText } from "@/lib/text";

test.each([
  ["HUTCHMED (China) Limited", "hutchmed-china-limited"],
  ["Ōtsuka & Co.", "otsuka-co"],
  ["Dr. Reddy’s", "dr-reddys"],
  ["和黄医药", "hehuangyiyao"],
  ["タケダ", "takeda"],
  ["New", "new-1"],
  ["—", "unnamed"],
  ["", "unnamed"],
])("%s lives at %s", (name, slug) => {
  expect(slugify(name)).toBe(slug);
});

test("any name has a slug, and a slug's slug is itself", () => {
  const anyName = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom("edit"));
  fc.assert(
    fc.property(anyName, (name) => {
      const slug = slugify(name);
      expect(slugText.parse(slug)).toBe(slug);
      expect(slugify(slug)).toBe(slug);
    }),
  );
});
