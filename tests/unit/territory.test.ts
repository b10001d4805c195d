import fc from "fast-check";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import {
  contains,
  countryName,
  expand,
  overlap,
  territoryLabel,
  territoryOf,
} from "@/lib/territory/rules";
import { countries, countryCode, groups, isGroup, territoryCode } from "@/lib/territory/schema";
import en from "@/messages/en/territory.json";
import ja from "@/messages/ja/territory.json";
import zh from "@/messages/zh/territory.json";

test("ISO 3166-1 has 249 codes, and each of them has a name", () => {
  expect(countries.size).toBe(249);
  for (const code of countries) expect(countryName(code, "en")).not.toBe(code);
});

test("groups have the members of their charters", () => {
  expect(groups.EU.size).toBe(27);
  expect(groups.EEA.size).toBe(30);
  expect(groups.ASEAN.size).toBe(11);
  expect(groups.GCC.size).toBe(6);
  expect([...groups.GREATER_CHINA]).toEqual(["CN", "HK", "MO", "TW"]);
  for (const codes of Object.values(groups)) {
    for (const code of codes) expect(countries.has(code), code).toBe(true);
  }
});

test("no country is in two continents", () => {
  const { AFRICA, ASIA, EUROPE, LATAM, OCEANIA } = groups;
  const all = [AFRICA, ASIA, EUROPE, LATAM, OCEANIA].flatMap((codes) => [...codes]);
  expect(new Set(all).size).toBe(all.length);
});

test.each(Object.entries({ en, ja, zh }))("every group has a name in %s", (_, words) => {
  expect(Object.keys(words.groups)).toEqual(Object.keys(groups));
});

test.each([
  ["jp", "JP"],
  ["CN-BJ", "CN-BJ"],
  ["greater_china", "GREATER_CHINA"],
  ["EU", "EU"],
  ["CN-HK", "HK"],
])("%s is the territory %s", (typed, code) => {
  expect(territoryCode.parse(typed)).toBe(code);
});

test.each(["XX", "UK", "EU", "SU", "", "China", "CN-BJ", "toString"])(
  "%j is no country",
  (code) => {
    expect(countryCode.safeParse(code).success).toBe(false);
  },
);

test.each(["XX", "XX-1", "CN-", "CN-ABCD", "MARS", "", "toString"])(
  "%j is no territory",
  (code) => {
    expect(territoryCode.safeParse(code).success).toBe(false);
  },
);

const anyCode = fc.constantFrom(...countries, ...Object.keys(groups), "CN-BJ", "CN-SH", "US-CA");
const anyGrant = fc.record({
  include: fc.array(anyCode, { maxLength: 6 }),
  exclude: fc.array(anyCode, { maxLength: 6 }),
});

test("a grant covers what it includes and does not exclude, country by country", () => {
  const covers = (codes: readonly string[], country: string) =>
    codes.some((code) => code === country || (isGroup(code) && groups[code].has(country)));
  fc.assert(
    fc.property(anyGrant, ({ include, exclude }) => {
      const expected = [...countries].filter((c) => covers(include, c) && !covers(exclude, c));
      const territory = territoryOf({ include, exclude });
      expect([...territory.countries].sort()).toEqual(expected.sort());
      for (const country of countries) {
        expect(contains(territory, country)).toBe(expected.includes(country));
      }
    }),
  );
});

test("an overlap is the same from both sides and lies in both", () => {
  fc.assert(
    fc.property(anyGrant, anyGrant, (one, other) => {
      const [a, b] = [territoryOf(one), territoryOf(other)];
      const shared = overlap(a, b);
      expect(overlap(b, a)).toEqual(shared);
      for (const code of shared) expect(contains(a, code) && contains(b, code)).toBe(true);
    }),
  );
});

test("Taiwan is Takeda's and not Eisai's", () => {
  const takeda = territoryOf({ include: ["WORLD"], exclude: ["CN", "HK", "MO"] });
  const eisai = territoryOf({ include: ["WORLD"], exclude: ["GREATER_CHINA"] });
  expect(contains(takeda, "TW")).toBe(true);
  expect(contains(eisai, "TW")).toBe(false);
  expect(contains(takeda, "EU")).toBe(true);
  expect(contains(takeda, "GREATER_CHINA")).toBe(false);
});

test("a city carve-out leaves its country in", () => {
  const mainland = territoryOf({ include: ["CN"], exclude: ["CN-BJ", "CN-SH", "JP-13"] });
  const beijing = territoryOf({ include: ["CN-BJ"], exclude: [] });
  expect([...mainland.countries]).toEqual(["CN"]);
  expect(mainland.subdivisions.exclude).toEqual(["CN-BJ", "CN-SH"]);
  expect(contains(mainland, "CN-BJ")).toBe(false);
  expect(contains(mainland, "CN-GD")).toBe(true);
  expect([...beijing.countries]).toEqual([]);
  expect(contains(beijing, "CN")).toBe(false);
  expect(overlap(mainland, beijing)).toEqual([]);
  expect(overlap(territoryOf({ include: ["CN"], exclude: [] }), beijing)).toEqual(["CN-BJ"]);
});

test("a code that names nothing expands to nothing", () => {
  expect(expand("XX").size).toBe(0);
  expect(contains(territoryOf({ include: ["WORLD"], exclude: [] }), "XX")).toBe(false);
});

test("a territory reads as its contract puts it", () => {
  const label = (include: string[], exclude: string[]) => [
    territoryLabel(include, exclude, "en", createTranslator({ locale: "en", messages: en })),
    territoryLabel(include, exclude, "ja", createTranslator({ locale: "ja", messages: ja })),
    territoryLabel(include, exclude, "zh", createTranslator({ locale: "zh", messages: zh })),
  ];
  expect(label(["WORLD"], ["CN", "HK", "MO"])).toEqual([
    "World excl. CN, HK, MO",
    "全世界（CN、HK、MOを除く）",
    "全球（不含CN、HK、MO）",
  ]);
  expect(label(["JP"], [])).toEqual(["Japan", "日本", "日本"]);
  expect(label(["GREATER_CHINA", "KR"], [])).toEqual([
    "Greater China, KR",
    "大中華圏、KR",
    "大中华区、KR",
  ]);
  expect(label([], [])).toEqual(["", "", ""]);
});

test("names are neutral and in the reader's language", () => {
  expect(["en", "ja", "zh"].map((at) => countryName("TW", at))).toEqual(["Taiwan", "台湾", "台湾"]);
  expect(["en", "ja", "zh"].map((at) => countryName("HK", at))).toEqual([
    "Hong Kong",
    "香港",
    "香港",
  ]);
  expect(countryName("CN-BJ", "en")).toBe("CN-BJ");
});
