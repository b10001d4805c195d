import "server-only";
import { sql } from "./sql";

const most = 200;

type Kept = { snapshot: string; value: unknown };
const kept = new Map<string, Kept>();

/** Names what is committed now: two equal names are the same rows, for each commit changes the name for good. */
async function snapshot(): Promise<string> {
  const [row] = await sql<{ name: string }[]>`SELECT pg_current_snapshot()::text AS name`;
  return row?.name ?? "";
}

/**
 * What `read` answers, or what it answered before if nothing at all has been written since: never out of date.
 * For answers that are dear to make and the same for every reader. The key says what was asked, in full.
 */
export async function whileUnchanged<T>(key: string, read: () => Promise<T>): Promise<T> {
  const before = await snapshot();
  const known = kept.get(key);
  if (known?.snapshot === before) return asAnswer<T>(known.value);
  const value = await read();
  // What was written meanwhile may be in a part of the answer only.
  if ((await snapshot()) === before) remember(key, before, value);
  return value;
}

/** What `whileUnchanged` would answer without reading. */
export async function knownUnchanged<T>(key: string): Promise<T | undefined> {
  const known = kept.get(key);
  if (known === undefined || known.snapshot !== (await snapshot())) return;
  return asAnswer<T>(known.value);
}

/** Keeps an answer that was made at a snapshot, by the key under which it will be asked. */
export function remember(key: string, snapshot: string, value: unknown) {
  kept.delete(key);
  kept.set(key, { snapshot, value });
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

/** A key is filled and asked with one type. */
function asAnswer<T>(value: unknown): T {
  return value as T;
}
