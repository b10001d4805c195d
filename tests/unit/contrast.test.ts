import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/styles/tokens.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);

function colour(name: string, theme: "light" | "dark"): string {
  const value = tokens.get(name)?.[theme];
  if (!value) throw new Error(`No token ${name}`);
  return value;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const papers = ["paper", "raised", "sunken", "indigo-soft"];
const inks = ["ink", "ink-2", "ink-3", "seal", "indigo", "paid", "triggered"];
const softs = ["seal", "indigo", "paid", "triggered"].flatMap((tone) => [
  [tone, `${tone}-soft`],
  ["ink", `${tone}-soft`],
]);
const marks = ["control", "open", "lapsed", "paid", "triggered"];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const pairs = [...inks.flatMap((ink) => papers.map((paper) => [ink, paper])), ...softs];
  test.each(pairs)("%s can be read on %s", (ink = "", ground = "") => {
    expect(ratio(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test("a primary button can be read", () => {
    expect(ratio(colour("paper", theme), colour("ink-2", theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks.flatMap((mark) => papers.slice(0, 3).map((paper) => [mark, paper])))(
    "a mark in %s can be seen on %s",
    (mark = "", ground = "") => {
      expect(ratio(colour(mark, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
    },
  );
});
