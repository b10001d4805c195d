"use client";

import { SearchBox } from "@/components/layout/search-box";
import type { Option } from "@/components/ui/use-options";
import type { PickNoun, PickRow } from "@/lib/catalogue/pick/schema";

const nouns: PickNoun[] = ["companies", "assets", "deals"];
const shownOfEach = 5;

/** Our own endpoint answers in this shape. */
async function pick(noun: PickNoun, text: string): Promise<PickRow[]> {
  const response = await fetch(`/api/pick/${noun}?q=${encodeURIComponent(text)}`);
  return response.ok ? ((await response.json()) as PickRow[]) : [];
}

async function search(text: string): Promise<Option[]> {
  const found = await Promise.all(
    nouns.map(async (noun) =>
      (await pick(noun, text)).slice(0, shownOfEach).map((row) => ({
        value: `/${noun}/${row.slug}`,
        label: row.label,
        lang: row.lang,
        note: row.other ?? row.mark,
        noteLang: row.otherLang,
      })),
    ),
  );
  return found.flat();
}

/** The top bar's search over companies, assets and deals. */
export function CatalogueSearch() {
  return <SearchBox search={search} />;
}
