import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssetGrant } from "@/lib/insight/asset/dto";
import { inWords, rightsByCountry } from "@/lib/insight/asset/rules";
import { territoryOf } from "@/lib/territory/rules";
import { countries, groups } from "@/lib/territory/schema";

function grant(id: string, include: string[], exclude: string[] = []): AssetGrant {
  return {
    id,
    deal: { slug: id, title: id },
    grantee: null,
    rights: [],
    exclusivity: "EXCLUSIVE",
    field: null,
    include,
    exclude,
    conditions: [],
  };
}

const words = (grants: AssetGrant[]) =>
  rightsByCountry(grants).map(({ include, exclude, grants }) => ({
    include,
    exclude,
    by: grants.map(({ id }) => id),
  }));

test("fruquintinib: Takeda holds the world without the mainland, Hong Kong and Macau; Taiwan is Takeda's", () => {
  expect(words([grant("takeda", ["WORLD"], ["CN", "HK", "MO"])])).toEqual([
    { include: ["WORLD"], exclude: ["CN", "HK", "MO"], by: ["takeda"] },
    { include: ["GREATER_CHINA"], exclude: ["TW"], by: [] },
  ]);
});

test("where two grants meet, both are named", () => {
  const areas = words([grant("japan", ["JP"]), grant("asia", ["ASIA"])]);
  expect(areas).toContainEqual({ include: ["JP"], exclude: [], by: ["japan", "asia"] });
  expect(areas).toContainEqual({ include: ["ASIA"], exclude: ["JP"], by: ["asia"] });
});

test("every country has exactly one answer", () => {
  const codes = fc.subarray([...Object.keys(groups), "CN", "JP", "US", "TW"], { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(codes, codes), { maxLength: 4 }), (grants) => {
      const areas = rightsByCountry(
        grants.map(([include, exclude], at) => grant(String(at), include, exclude)),
      );
      const all = areas.flatMap((area) => area.countries);
      expect(all.length).toBe(countries.size);
      expect(new Set(all)).toEqual(countries);
    }),
    { numRuns: 50 },
  );
});

test("a set of countries in words is the same set", () => {
  fc.assert(
    fc.property(fc.subarray([...countries], { minLength: 1 }), (codes) => {
      expect(territoryOf(inWords(codes)).countries).toEqual(new Set(codes));
    }),
    { numRuns: 100 },
  );
});
