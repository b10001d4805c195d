"use client";

import { useCallback, useState } from "react";

/** How many rows each value of a filter would leave, the most frequent first. */
export type Facets = Readonly<Record<string, readonly { value: string; count: number }[]>>;

type Answer = { query: string; facets: Facets | null; state: "idle" | "loading" | "failed" };

/** The facets of a query, asked for when the first menu opens. */
export function useFacets(source: string, query: string) {
  const [kept, setKept] = useState<Answer>({ query, facets: null, state: "idle" });
  const answer: Answer = kept.query === query ? kept : { query, facets: null, state: "idle" };
  const load = useCallback(async () => {
    if (answer.state === "loading" || answer.facets) return;
    setKept({ query, facets: null, state: "loading" });
    try {
      const facets = await readFacets(`${source}/facets?${query}`);
      setKept((was) => (was.query === query ? { query, facets, state: "idle" } : was));
    } catch {
      setKept((was) => (was.query === query ? { query, facets: null, state: "failed" } : was));
    }
  }, [source, query, answer.state, answer.facets]);
  return { facets: answer.facets, failed: answer.state === "failed", load };
}

async function readFacets(url: string): Promise<Facets> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the facets answered ${response.status}`);
  return facetsOf(await response.json());
}

/** Our own server writes them. */
function facetsOf(answer: unknown): Facets {
  return (answer as { facets: Facets }).facets;
}
