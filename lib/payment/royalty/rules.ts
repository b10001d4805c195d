import { scaled, unscaled } from "../../decimal";
import type { RoyaltyTermInput } from "../schema";

type Royalty = Pick<RoyaltyTermInput, "wording" | "tiers">;
type Rated = { salesFrom: string | null; salesTo: string | null } & Rates;

/** Per cent of net sales; null where it is not known. */
export type Rates = { rateMin: string | null; rateMax: string | null };

/** The house's reading of worded bands, per cent; docs/decisions/0080 says why. Longest first. */
const bands: readonly [words: RegExp, from: string, to: string | null][] = [
  [/low[- ]single[- ]digit/, "1", "3"],
  [/mid(?:dle)?[- ]single[- ]digit/, "4", "6"],
  [/high[- ]single[- ]digit/, "7", "9"],
  [/low[- ]double[- ]digit/, "10", "13"],
  [/low[- ]teens/, "11", "13"],
  [/mid[- ]teens/, "14", "16"],
  [/high[- ]teens/, "17", "19"],
  [/low[- ](?:twenties|20s)/, "20", "23"],
  [/mid[- ](?:twenties|20s)/, "24", "26"],
  [/high[- ](?:twenties|20s)/, "27", "29"],
  [/single[- ]digit|single(?=- to double[- ]digit)/, "1", "9"],
  [/double[- ]digit/, "10", null],
  [/teens/, "11", "19"],
];

/** What "high single-digit to mid-teens" means in figures; null for words that name no band. */
export function bandOf(wording: string | null): Rates | null {
  let text = (wording ?? "").toLowerCase().replace(/[‐-–]/g, "-");
  const found: { at: number; from: string; to: string | null }[] = [];
  for (const [words, from, to] of bands) {
    const at = text.search(words);
    if (at < 0) continue;
    found.push({ at, from, to });
    text = text.replace(words, (word) => " ".repeat(word.length));
  }
  found.sort((a, b) => a.at - b.at);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const before = text.slice(0, first.at);
  const open = found.length === 1;
  return {
    rateMin: open && /up to\s*$/.test(before) ? null : first.from,
    rateMax: open && /from\s*$/.test(before) ? null : last.to,
  };
}

/** The tiers that a royalty is reckoned by: its own, or else its wording's band on all sales. */
function ratedOf({ tiers, wording }: Royalty): { rated: Rated[]; derived: boolean } {
  if (tiers.length > 0) return { rated: tiers, derived: false };
  const band = bandOf(wording);
  const all = { salesFrom: null, salesTo: null };
  return { rated: band ? [{ ...all, ...band }] : [], derived: band !== null };
}

/**
 * What is due at a level of net sales. `min` and `max` are full units of the sales' currency, `rateMin` and
 * `rateMax` the effective per cent; an unknown rate counts nothing below and leaves the top open. `derived`:
 * from the wording by the house's table, not from a source's figures.
 */
export type RoyaltyDue = Rates & { min: string; max: string | null; derived: boolean };

const hundred = scaled("100");

/** Each tier on its own part of the sales. Null when nothing is known, or tiers overlap as alternatives do. */
export function royaltyAt(royalty: Royalty, netSales: string): RoyaltyDue | null {
  const { rated, derived } = ratedOf(royalty);
  const sales = scaled(netSales);
  const parts = rated.map((tier) => ({ ...tier, ...span(tier, sales) }));
  if (parts.length === 0 || sales === 0n || overlapping(parts)) return null;
  const covered = parts.reduce((sum, { size }) => sum + size, 0n);
  const owed = (size: bigint, rate: string | null) => (size * scaled(rate ?? "0")) / hundred;
  const min = parts.reduce((sum, { size, rateMin }) => sum + owed(size, rateMin), 0n);
  const open = covered < sales || parts.some(({ size, rateMax }) => size > 0n && rateMax === null);
  const max = parts.reduce((sum, { size, rateMax }) => sum + owed(size, rateMax), 0n);
  const rate = (due: bigint) => unscaled((due * hundred) / sales);
  return {
    min: unscaled(min),
    max: open ? null : unscaled(max),
    rateMin: rate(min),
    rateMax: open ? null : rate(max),
    derived,
  };
}

/** The part of the sales that a tier is about. */
function span({ salesFrom, salesTo }: Rated, sales: bigint) {
  const from = scaled(salesFrom ?? "0");
  const top = salesTo === null ? sales : scaled(salesTo);
  const to = top < sales ? top : sales;
  return { from, to, size: to > from ? to - from : 0n };
}

function overlapping(parts: readonly { from: bigint; to: bigint; size: bigint }[]): boolean {
  const real = parts.filter(({ size }) => size > 0n).sort((a, b) => (a.from < b.from ? -1 : 1));
  return real.some(({ from }, index) => index > 0 && from < (real[index - 1]?.to ?? 0n));
}
