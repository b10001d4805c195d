import { expect, test } from "vitest";
import { getAsset } from "@/lib/asset/queries";
import { db } from "@/lib/db";
import { getAssetInsight } from "@/lib/insight/asset/queries";
import { rightsByCountry } from "@/lib/insight/asset/rules";
import { is } from "../../support/is";
import { viewer } from "../../support/rolled-back";

const ctx = { actor: viewer, via: "UI" as const, db };

/** Who holds the asset's rights in a country on a day; what is derived says why. */
async function holders(slug: string, country: string, day: string) {
  const { doc, originator } = await getAsset(ctx, slug);
  const { grants } = await getAssetInsight(ctx, doc);
  const areas = rightsByCountry(grants, originator, day);
  const area = is(areas.find(({ countries }) => countries.includes(country)));
  return [
    ...area.grants.map(({ grantee, conditions }) =>
      [grantee?.slug, ...conditions].filter(Boolean).join(", "),
    ),
    ...(area.derived ? [`${area.derived.holder.slug} (${area.derived.because})`] : []),
  ];
}

test.each(["TW", "JP", "US"])("fruquintinib in %s is Takeda's", async (country) => {
  expect(await holders("fruquintinib", country, "2024-01-01")).toEqual(["takeda"]);
});

test.each(["CN", "HK", "MO"])("fruquintinib in %s stays HUTCHMED's", async (country) => {
  expect(await holders("fruquintinib", country, "2024-01-01")).toEqual([
    "hutchmed (never granted)",
  ]);
});

test("fruquintinib was all HUTCHMED's before the deal was announced", async () => {
  expect(await holders("fruquintinib", "JP", "2023-01-22")).toEqual(["hutchmed (never granted)"]);
});

test("BB-1701 in Japan was Eisai's on exercise only, and is BlissBio's again since the option lapsed", async () => {
  expect(await holders("bb-1701", "JP", "2023-05-08")).toEqual([
    "eisai, on exercise of the option",
  ]);
  // It lapsed in May 2025, on a day that is not known.
  expect(await holders("bb-1701", "JP", "2025-05-30")).toEqual([
    "eisai, on exercise of the option",
  ]);
  expect(await holders("bb-1701", "JP", "2025-05-31")).toEqual(["blissbio (returned)"]);
});

test.each(["TW", "CN", "HK", "MO"])("BB-1701 in %s was never Eisai's", async (country) => {
  for (const day of ["2023-05-08", "2025-06-01"]) {
    expect(await holders("bb-1701", country, day)).toEqual(["blissbio (never granted)"]);
  }
});
