"use client";

import { useEffect, useState } from "react";

/** How many rows there are; `exact` is false for a guess. */
export type Count = { count: number; exact: boolean };

/** The count that the page came with; where that was an estimate, the true one as soon as it is known. */
export function useCount(source: string, query: string, first: Count): Count {
  const [found, setFound] = useState<{ query: string; count: number } | null>(null);
  useEffect(() => {
    if (first.exact) return;
    let current = true;
    readCount(`${source}/count?${query}`)
      .then((count) => current && setFound({ query, count }))
      // The estimate stays, and says that it is one.
      .catch(() => {});
    return () => {
      current = false;
    };
  }, [source, query, first.exact]);
  if (first.exact || found?.query !== query) return first;
  return { count: found.count, exact: true };
}

async function readCount(url: string): Promise<number> {
  const response = await fetch(url);
  const answer: unknown = response.ok ? await response.json() : null;
  if (typeof answer === "object" && answer && "count" in answer) {
    if (typeof answer.count === "number") return answer.count;
  }
  throw new Error(`the count answered ${response.status}`);
}
