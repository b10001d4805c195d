"use client";

import { useTranslations } from "next-intl";
import type { Emptiable } from "@/lib/catalogue/deal/schema";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { useDealFilters } from "../deal/use-deal-filters";
import { useFacets } from "../grid/use-facets";
import { chipsOf, keptOf, type Problem } from "../table/address-keys";
import { FilterBar, type TextFilter } from "../table/filter-bar";
import { FilterChips } from "../table/filter-chips";
import { LeftOut } from "../table/left-out";
import { SoftLinks } from "../table/soft-links";

const address = "/comparables";

/** The criteria of a set: the filters of the deals' list, and how fast a deal loses weight. */
export function CriteriaBar({
  query,
  criteria,
  problems,
  emptiable,
}: {
  query: Query;
  /** The part of the address that the deals' list knows, too. */
  criteria: Query;
  problems: Problem[];
  emptiable: readonly Emptiable[];
}) {
  const t = useTranslations("comparables");
  const table = useTranslations("table");
  const facets = useFacets("/api/catalogue/deals", withQuery(criteria, {}).slice(1));
  const { search, choices, groups, texts } = useDealFilters(query, facets, [], emptiable, address);
  const fields: TextFilter[] = [
    ...texts,
    {
      ...{ name: "half_life", label: t("halfLife"), hint: t("halfLifeHint") },
      value: typeof query.half_life === "string" ? query.half_life : "",
    },
  ];
  const ticks = [...choices, ...groups.flatMap((group) => group.choices ?? [])];
  const typed = [...fields, ...groups.flatMap((group) => group.texts ?? [])];
  const named = [{ name: search.name, label: table("search") }, ...typed];
  return (
    <>
      {problems.length > 0 && <LeftOut problems={problems} />}
      <div className="mb-2.5">
        <FilterBar
          action={address}
          {...{ search, choices, groups }}
          texts={fields}
          selects={[]}
          kept={keptOf(query, [search, ...typed, ...ticks], ticks, problems)}
          usual={{}}
          onOpen={facets.load}
        />
      </div>
      <SoftLinks>
        <FilterChips chips={chipsOf(address, query, named, ticks)} clear={address} />
      </SoftLinks>
    </>
  );
}
