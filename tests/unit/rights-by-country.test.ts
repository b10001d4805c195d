import fc from "fast-check";
import { expect, test } from "vitest";
import type { AssetGrant } from "@/lib/insight/asset/dto";
import { inWords, rightsByCountry } from "@/lib/insight/asset/rules";
import { territoryOf } from "@/lib/territory/rules";
import { countries, groups } from "@/lib/territory/schema";

const company = (slug: string) => ({ slug, name: slug, country: "JP" });

type Fields = Partial<Omit<AssetGrant, "deal">> & { deal?: Partial<AssetGrant["deal"]> };

/** A grant to a company of the same name, by a deal of the same name that was announced in 2020. */
function grant(id: string, { deal, ...fields }: Fields): AssetGrant {
  return {
    id,
    deal: {
      ...{ slug: id, title: id, status: "ACTIVE", givers: [company("originator")] },
      ...{ announcedOn: "2020-01-01", endedOn: null, exercisedOn: null },
      ...deal,
    },
    grantee: company(id),
    rights: [],
    exclusivity: "EXCLUSIVE",
    field: null,
    include: [],
    exclude: [],
    conditions: [],
    ...fields,
  };
}

const today = "2026-11-24";
const originator = company("originator");

const words = (grants: AssetGrant[], day = today) =>
  rightsByCountry(grants, originator, day).map(({ include, exclude, grants, derived }) => ({
    include,
    exclude,
    by: grants.map(({ id, passedOn }) => (passedOn ? `${id} passed on` : id)),
    derived: derived && `${derived.holder.slug}: ${derived.because}`,
  }));

const kept = { by: [], derived: "originator: never granted" };

test("fruquintinib: Takeda holds the world without the mainland, Hong Kong and Macau; Taiwan is Takeda's", () => {
  const takeda = grant("takeda", { include: ["WORLD"], exclude: ["CN", "HK", "MO"] });
  expect(words([takeda])).toEqual([
    { include: ["WORLD"], exclude: ["CN", "HK", "MO"], by: ["takeda"], derived: null },
    { include: ["GREATER_CHINA"], exclude: ["TW"], ...kept },
  ]);
});

test("where two grants meet, both are named", () => {
  const areas = words([grant("japan", { include: ["JP"] }), grant("asia", { include: ["ASIA"] })]);
  const rest = { derived: null };
  expect(areas).toContainEqual({ include: ["JP"], exclude: [], by: ["japan", "asia"], ...rest });
  expect(areas).toContainEqual({ include: ["ASIA"], exclude: ["JP"], by: ["asia"], ...rest });
});

test("a holder who grants the same on has passed it on", () => {
  const first = grant("first", { include: ["WORLD"] });
  const deal = { givers: [company("first")] };
  expect(words([first, grant("second", { include: ["JP"], deal })])[1]).toMatchObject({
    include: ["JP"],
    by: ["first passed on", "second"],
  });
});

test("what ended returns to who gave it, from the day it ended", () => {
  const deal = { status: "TERMINATED", endedOn: "2023-03-01" } as const;
  const over = [grant("over", { include: ["WORLD"], deal })];
  expect(words(over, "2019-12-31")).toMatchObject([kept]);
  expect(words(over, "2023-02-28")).toMatchObject([{ by: ["over"], derived: null }]);
  expect(words(over, "2023-03-01")).toMatchObject([{ by: [], derived: "originator: returned" }]);
});

test("a grant that is not exclusive leaves the giver his rights, and an exercised option is no condition", () => {
  const shared = grant("shared", {
    exclusivity: "CO_EXCLUSIVE",
    include: ["WORLD"],
    conditions: ["on exercise"],
    deal: { exercisedOn: "2024-01-01" },
  });
  expect(words([shared])).toMatchObject([{ by: ["shared"], derived: "originator: keeps too" }]);
  const conditions = (day: string) =>
    rightsByCountry([shared], originator, day)[0]?.grants[0]?.conditions;
  expect([conditions("2023-12-31"), conditions("2024-01-01")]).toEqual([["on exercise"], []]);
});

const codes = fc.subarray([...Object.keys(groups), "CN", "JP", "US", "TW", "HK"], {
  maxLength: 4,
});
const days = ["2019-01-01", "2020-06-01", "2022-01-01", "2024-01-01"];
const day = fc.constantFrom(...days);
const someGrant = fc
  .record({
    include: codes,
    exclude: codes,
    exclusivity: fc.constantFrom(
      "EXCLUSIVE" as const,
      "NON_EXCLUSIVE" as const,
      "UNKNOWN" as const,
    ),
    giver: fc.constantFrom("originator", "0", "1"),
    announcedOn: day,
    endedOn: fc.option(day),
    status: fc.constantFrom("ACTIVE" as const, "TERMINATED" as const),
  })
  .map(({ giver, announcedOn, endedOn, status, ...fields }) => (at: number) => {
    const givers = [company(giver)];
    return grant(String(at), { ...fields, deal: { announcedOn, endedOn, status, givers } });
  });
const someGrants = fc
  .array(someGrant, { maxLength: 5 })
  .map((made) => made.map((make, at) => make(at)));

test("every country has exactly one answer, which is that of a walk through all grants", () => {
  fc.assert(
    fc.property(someGrants, day, (grants, on) => {
      const areas = rightsByCountry(grants, originator, on);
      const all = areas.flatMap((area) => area.countries);
      expect(all.length).toBe(countries.size);
      expect(new Set(all)).toEqual(countries);
      for (const { countries: own, grants: held, derived } of areas) {
        for (const country of own) {
          const walked = grants.filter((one) => holds(one, country, on));
          expect(held.map(({ id }) => id)).toEqual(walked.map(({ id }) => id));
          expect(derived === null).toBe(
            walked.some(({ exclusivity }) => exclusivity !== "NON_EXCLUSIVE"),
          );
        }
      }
    }),
    { numRuns: 50 },
  );
});

/** Code by code, without the algebra. */
function holds({ deal, include, exclude }: AssetGrant, country: string, on: string): boolean {
  const names = (code: string) =>
    code === country || (code in groups && groups[code as keyof typeof groups].has(country));
  if (deal.announcedOn > on || !include.some(names) || exclude.some(names)) return false;
  return deal.status !== "TERMINATED" || (deal.endedOn !== null && deal.endedOn > on);
}

test("a set of countries in words is the same set", () => {
  fc.assert(
    fc.property(fc.subarray([...countries], { minLength: 1 }), (codes) => {
      expect(territoryOf(inWords(codes)).countries).toEqual(new Set(codes));
    }),
    { numRuns: 100 },
  );
});
