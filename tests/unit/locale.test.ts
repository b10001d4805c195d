import { expect, test } from "vitest";
import { negotiate } from "../../app/locale";

test.each([
  [null, "en"],
  ["", "en"],
  ["ja", "ja"],
  ["zh-TW,zh;q=0.9,en;q=0.8", "zh"],
  ["fr-FR,fr;q=0.9", "en"],
  ["en;q=0.5, ja;q=0.9", "ja"],
  ["ja;q=0, zh", "zh"],
  [";;;q=,,q=NaN, *", "en"],
])("a browser that asks for %s reads %s", (header, locale) => {
  expect(negotiate(header)).toBe(locale);
});
