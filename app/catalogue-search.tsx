"use client";

import { SearchBox } from "@/components/layout/search-box";
import type { Option } from "@/components/ui/use-options";
import type { Found } from "@/lib/catalogue/search/schema";

/** Our own endpoint answers in this shape. */
async function search(text: string): Promise<Option[]> {
  const response = await fetch(`/api/search?${new URLSearchParams({ q: text })}`);
  if (!response.ok) throw new Error(`searching answered ${response.status}`);
  const { items }: Found = await response.json();
  return items.map((row) => ({
    value: `/${row.noun}/${row.slug}`,
    label: row.label,
    lang: row.lang,
    note: row.other ?? row.mark,
    noteLang: row.otherLang,
  }));
}

/** The top bar's search over companies, assets and deals. */
export function CatalogueSearch() {
  return <SearchBox search={search} />;
}
