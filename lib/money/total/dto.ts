import type { Total } from "../rules";
import type { Disclosure } from "../schema";

/** What `totalColumns` gives. */
export type TotalRow = {
  min: string | null;
  max: string | null;
  disclosure: Disclosure;
  disclosed: number;
  of: number;
};

export function toTotal(
  { min, max, disclosure, disclosed, of }: TotalRow,
  currency: string | null,
): Total {
  return { currency, min, max, disclosure, disclosed, of };
}

/** One kind of amount inside a total: the key of its name, and what it comes to. */
export type Part<K extends string = string> = { of: K; total: Total };

/** A total and what is inside it. */
export type Made<K extends string = string> = { total: Total; parts: Part<K>[] };

/** Rows of `GROUPING SETS ((currency), (currency, part))`: `part` is null for the total itself. */
export type PartRow<K extends string> = TotalRow & { currency: string | null; part: K | null };

/** By currency, the most terms first; a total without a currency comes last. */
export function toMade<K extends string>(rows: readonly PartRow<K>[]): Made<K>[] {
  const wholes = rows.filter(({ part }) => part === null);
  return wholes
    .map((whole) => ({
      total: toTotal(whole, whole.currency),
      parts: rows.flatMap((row) =>
        row.part !== null && row.currency === whole.currency
          ? [{ of: row.part, total: toTotal(row, row.currency) }]
          : [],
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.total.currency === null) - Number(b.total.currency === null) ||
        b.total.of - a.total.of ||
        (a.total.currency ?? "").localeCompare(b.total.currency ?? ""),
    );
}
