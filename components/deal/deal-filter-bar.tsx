"use client";

import { useTranslations } from "next-intl";
import type { Emptiable } from "@/lib/catalogue/deal/schema";
import { type Query, withQuery } from "@/lib/catalogue/rules";
import { useFacets } from "../grid/use-facets";
import { chipsOf, keptOf, type Problem } from "../table/address-keys";
import { FilterBar, type TextFilter } from "../table/filter-bar";
import { FilterChips } from "../table/filter-chips";
import { LeftOut } from "../table/left-out";
import { SoftLinks } from "../table/soft-links";
import { useDealFilters } from "./use-deal-filters";

/** The filters of the deals' list, for a page that shows something else of the deals that they let through. */
export function DealFilterBar({
  address,
  query,
  deals,
  more = [],
  problems,
  emptiable,
}: {
  address: string;
  query: Query;
  /** The part of the address that the deals' list knows, too. */
  deals: Query;
  /** Fields of the page's own. */
  more?: TextFilter[];
  problems: Problem[];
  emptiable: readonly Emptiable[];
}) {
  const table = useTranslations("table");
  const facets = useFacets("/api/catalogue/deals", withQuery(deals, {}).slice(1));
  const { search, choices, groups, texts } = useDealFilters(query, facets, [], emptiable, address);
  const fields = [...texts, ...more];
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
