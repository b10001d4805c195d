"use client";

import { useCallback, useState } from "react";
import { unpack } from "./packed";
import { visitOf } from "./visits";

type Page<T> = { items: T[]; next: string | null; previous: string | null };

/** How many rows are asked for at once while scrolling. */
const step = "200";

type Loaded<T> = {
  address: string;
  first: string;
  rows: readonly T[];
  next: string | null;
  state: "idle" | "loading" | "failed";
};

function begin<T>(source: string, address: string, first: string): Loaded<T> {
  const visit = visitOf<T>(source + address, first);
  if (visit) return { address, first, rows: visit.rows, next: visit.next, state: "idle" };
  const { items, next } = asPage<T>(unpack(first));
  return { address, first, rows: items, next, state: "idle" };
}

/**
 * The rows of an address: the page that the server sent (`first`, packed), then more from `source` by their place
 * in the list. Another address, or another first page of the same one, starts anew; what comes late for the old one
 * is dropped.
 */
export function useRows<T>(source: string, address: string, first: string) {
  const [kept, setKept] = useState(() => begin<T>(source, address, first));
  const same = kept.address === address && kept.first === first;
  const loaded = same ? kept : begin<T>(source, address, first);
  if (!same) setKept(loaded);
  const { next, state } = loaded;

  const more = useCallback(async () => {
    if (next === null || state === "loading") return;
    const put = (change: (was: Loaded<T>) => Partial<Loaded<T>>) =>
      setKept((was) =>
        was.address === address && was.first === first ? { ...was, ...change(was) } : was,
      );
    put(() => ({ state: "loading" }));
    try {
      const page = await readPage<T>(source, address, next);
      put((was) => ({ rows: [...was.rows, ...page.items], next: page.next, state: "idle" }));
    } catch {
      put(() => ({ state: "failed" }));
    }
  }, [source, address, first, next, state]);

  return { rows: loaded.rows, next, state, more };
}

async function readPage<T>(source: string, address: string, after: string): Promise<Page<T>> {
  const params = new URLSearchParams(address.split("?")[1] ?? "");
  for (const key of ["columns", "view"]) params.delete(key);
  params.set("limit", step);
  params.set("after", after);
  const response = await fetch(`${source}?${params}`);
  if (!response.ok) throw new Error(`the rows answered ${response.status}`);
  return asPage(await response.json());
}

/** Our own server writes it, from the type of the list's rows. */
function asPage<T>(page: unknown): Page<T> {
  return page as Page<T>;
}
