"use client";

import { useLocale } from "next-intl";
import { type DealFacet, dealFacets } from "@/lib/catalogue/deal/facet/dto";
import type { Emptiable } from "@/lib/catalogue/deal/schema";
import { type Query, valuesOf, withQuery } from "@/lib/catalogue/rules";
import { lastingCodes, passingCodes } from "@/lib/deal/warning/schema";
import { countryName } from "@/lib/territory/rules";
import { DealStatus, DealType, Modality, Stage } from "@/prisma/generated/enums";
import type { Column } from "../grid/column";
import type { Facets } from "../grid/use-facets";
import type { ChoiceFilter, FilterGroup, SelectFilter, TextFilter } from "../table/filter-bar";
import { useWords } from "../ui/use-words";

const slugs = ["company", "licensor", "licensee"] as const;
const hints = {
  ...{ company: "slugHint", licensor: "slugHint", licensee: "slugHint" },
  ...{ country: "countryHint", currency: "currencyHint" },
  ...{ indication: null, target: null, tag: null },
  ...{ announced_from: "dateHint", announced_to: "dateHint" },
  ...{ as_of: "dayHint" },
  ...{ upfront_min: "usdHint", upfront_max: "usdHint" },
  ...{ headline_min: "usdHint", headline_max: "usdHint" },
} as const;
type TextKey = keyof typeof hints;

const words = {
  type: ["dealType", Object.values(DealType)],
  status: ["dealStatus", Object.values(DealStatus)],
  stage: ["stage", Object.values(Stage)],
  modality: ["modality", Object.values(Modality)],
} as const;

/** From and to, as the address says them. */
const presets: [string, string?][] = [
  ...([["-30d"], ["-6m"], ["-1y"], ["-5y"]] satisfies [string][]),
  ...([
    ["this-year", "this-year"],
    ["last-year", "last-year"],
  ] satisfies [string, string][]),
];

const rowLimits = ["50", "100", "200", "500"];

/** The filters of the table of deals, with what the address has chosen and, once they are known, their counts. */
export function useDealFilters(
  query: Query,
  known: { facets: Facets | null; failed: boolean },
  columns: readonly Column<never>[],
  emptiable: readonly Emptiable[],
  /** Of the page that these filters belong to. */
  address = "/deals",
): {
  search: TextFilter;
  texts: TextFilter[];
  selects: SelectFilter[];
  choices: ChoiceFilter[];
  groups: FilterGroup[];
} {
  const t = useWords("deals");
  const table = useWords("table");
  const facetOf = useFacetChoices(query, known);
  const text = (name: TextKey): TextFilter => {
    const hint = hints[name];
    return {
      ...{ name, label: t(`filters.${name}`), value: valuesOf(query, name)[0] ?? "" },
      ...(hint && { hint: t(hint) }),
    };
  };
  const ticks = (
    name: "disclosed" | "has_conflict" | "unverified" | "warning" | "filled" | "empty" | "batch",
    values: readonly string[],
    word: (value: string) => string,
  ): ChoiceFilter => ({
    ...{ name, label: t(`filters.${name}`) },
    choices: values.map((value) => ({
      ...{ value, label: word(value) },
      chosen: valuesOf(query, name).includes(value),
    })),
  });
  return {
    search: { name: "q", label: t("filters.q"), value: valuesOf(query, "q")[0] ?? "" },
    choices: dealFacets.map(facetOf),
    groups: [
      {
        ...{ name: "announced", label: t("groups.announced") },
        presets: presets.map(([from, to]) => ({
          label: t(`presets.${from}`),
          href: `${address}${withQuery(query, { announced_from: from, announced_to: to })}`,
          on:
            valuesOf(query, "announced_from")[0] === from &&
            valuesOf(query, "announced_to")[0] === to,
        })),
        texts: [text("announced_from"), text("announced_to")],
      },
      { name: "past", label: t("groups.past"), texts: [text("as_of")] },
      {
        ...{ name: "amounts", label: t("groups.amounts") },
        texts: [
          ...[text("upfront_min"), text("upfront_max")],
          ...[text("headline_min"), text("headline_max")],
        ],
      },
      {
        ...{ name: "known", label: t("groups.known") },
        choices: [
          ticks("disclosed", ["upfront", "headline"], (one) => t(`disclosed.${one}`)),
          ticks("has_conflict", ["true"], (one) => t(`has_conflict.${one}`)),
          ticks("unverified", ["true"], () => t("doubts.unverified")),
          ticks("warning", [...lastingCodes, ...passingCodes], (one) => t(`doubts.${one}`)),
          ticks("filled", emptiable, (one) => t(`emptiable.${one}`)),
          ticks("empty", emptiable, (one) => t(`emptiable.${one}`)),
          // Only an address from a batch's page says it: there is nothing to choose from.
          ticks("batch", valuesOf(query, "batch").slice(0, 1), () => t("oneBatch")),
        ],
      },
    ],
    texts: [...slugs, ...(["country", "indication", "target", "tag", "currency"] as const)].map(
      text,
    ),
    selects: [
      {
        ...{
          name: "match",
          label: t("filters.match"),
          value: valuesOf(query, "match")[0] ?? "all",
        },
        options: (["all", "any"] as const).map((one): [string, string] => [one, t(`match.${one}`)]),
      },
      sortSelect(query, columns, table("sort")),
      {
        ...{ name: "limit", label: table("limit"), value: valuesOf(query, "limit")[0] ?? "50" },
        options: rowLimits.map((n): [string, string] => [n, n]),
      },
    ],
  };
}

/** For a phone, where a table has no heads to sort by. */
function sortSelect(query: Query, columns: readonly Column<never>[], label: string): SelectFilter {
  const [value = "-announced_on"] = valuesOf(query, "sort");
  const sorts = columns.map(({ key, label: word, sort }): [string, string] =>
    sort === "descending" ? [`-${key}`, `${word} ↓`] : [key, `${word} ↑`],
  );
  const isKnown = sorts.some(([one]) => one === value);
  return { name: "sort", label, value, options: isKnown ? sorts : [[value, value], ...sorts] };
}

/** A chosen value stays in its facet though no deal is left in it. */
function useFacetChoices(
  query: Query,
  { facets, failed }: { facets: Facets | null; failed: boolean },
) {
  const t = useWords("deals");
  const enums = useWords("enums");
  const locale = useLocale();
  return (name: DealFacet): ChoiceFilter => {
    const chosen = valuesOf(query, name);
    const counts = new Map(facets?.[name]?.map(({ value, count }) => [value, count]));
    const label = t(`filters.${name}`);
    const choice = (value: string, word: string) => ({
      ...{ value, label: word, chosen: chosen.includes(value) },
      ...(facets && { count: counts.get(value) ?? 0 }),
    });
    if (name !== "from" && name !== "to") {
      const [kind, values] = words[name];
      return { name, label, choices: values.map((v) => choice(v, enums(`${kind}.${v}`))) };
    }
    const real = chosen.filter((value) => /^[A-Z]{2}$/.test(value));
    const countries = [...new Set([...counts.keys(), ...real])];
    return {
      ...{ name, label },
      choices: countries.map((value) => choice(value, countryName(value, locale))),
      ...(!facets && { blank: { hint: t("countryHint"), failed } }),
    };
  };
}
