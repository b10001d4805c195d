"use client";

import { useCallback, useEffect, useState } from "react";
import { unpack } from "./packed";
import { visitOf } from "./visits";

type Page<T> = { items: T[]; next: string | null; previous: string | null };

/** How many rows are asked for at once: while scrolling, and when all are read again. */
const [step, longStep] = [200, 500];

type Loaded<T> = {
  address: string;
  first: string;
  rows: readonly T[];
  next: string | null;
  /** "stale": rows after the first page are from before the last change. */
  state: "idle" | "loading" | "failed" | "stale";
};

type Row = { id: string };

function begin<T>(source: string, address: string, first: string): Loaded<T> {
  const visit = visitOf<T>(source + address, first);
  if (visit) return { address, first, rows: visit.rows, next: visit.next, state: "idle" };
  const { items, next } = asPage<T>(unpack(first));
  return { address, first, rows: items, next, state: "idle" };
}

/** The page was drawn anew, after an edit say: the rows loaded so far stay where they are until they are read again. */
function renew<T extends Row>(was: Loaded<T>, first: string): Loaded<T> {
  const { items } = asPage<T>(unpack(first));
  const here = new Set(items.map(({ id }) => id));
  const rest = was.rows.slice(items.length).filter(({ id }) => !here.has(id));
  return { ...was, first, rows: [...items, ...rest], state: "stale" };
}

/**
 * The rows of an address: the page that the server sent (`first`, packed), then more from `source` by their place
 * in the list. Another address starts anew; what comes late for the old one is dropped.
 */
export function useRows<T extends Row>(source: string, address: string, first: string) {
  const [kept, setKept] = useState(() => begin<T>(source, address, first));
  const loaded = currentOf(kept, source, address, first);
  if (loaded !== kept) setKept(loaded);
  const { next, state } = loaded;

  const more = useCallback(async () => {
    if (next === null || state === "loading" || state === "stale") return;
    const put = (change: (was: Loaded<T>) => Partial<Loaded<T>>) =>
      setKept((was) =>
        was.address === address && was.first === first ? { ...was, ...change(was) } : was,
      );
    put(() => ({ state: "loading" }));
    try {
      const page = await readPage<T>(source, address, next, step);
      put((was) => ({ rows: [...was.rows, ...page.items], next: page.next, state: "idle" }));
    } catch {
      put(() => ({ state: "failed" }));
    }
  }, [source, address, first, next, state]);

  const count = loaded.rows.length;
  useEffect(() => {
    if (state !== "stale") return;
    let current = true;
    readAgain<T>(source, address, first, count)
      .then((fresh) => current && setKept((was) => ({ ...was, ...fresh, state: "idle" })))
      .catch(() => current && setKept((was) => ({ ...was, state: "failed" })));
    return () => {
      current = false;
    };
  }, [source, address, first, state, count]);

  return { rows: loaded.rows, next, state: state === "stale" ? "loading" : state, more } as const;
}

function currentOf<T extends Row>(
  kept: Loaded<T>,
  source: string,
  address: string,
  first: string,
): Loaded<T> {
  if (kept.address !== address) return begin<T>(source, address, first);
  if (kept.first === first) return kept;
  const shown = asPage<T>(unpack(kept.first)).items.length;
  return kept.rows.length > shown ? renew(kept, first) : begin<T>(source, address, first);
}

async function readAgain<T>(source: string, address: string, first: string, count: number) {
  let { items: rows, next } = asPage<T>(unpack(first));
  while (next !== null && rows.length < count) {
    const page: Page<T> = await readPage<T>(source, address, next, longStep);
    rows = [...rows, ...page.items];
    next = page.next;
  }
  return { rows, next };
}

async function readPage<T>(
  source: string,
  address: string,
  after: string,
  limit: number,
): Promise<Page<T>> {
  const params = new URLSearchParams(address.split("?")[1] ?? "");
  params.set("limit", String(limit));
  params.set("after", after);
  const response = await fetch(`${source}?${params}`);
  if (!response.ok) throw new Error(`the rows answered ${response.status}`);
  return asPage(await response.json());
}

/** Our own server writes it, from the type of the list's rows. */
function asPage<T>(page: unknown): Page<T> {
  return page as Page<T>;
}
