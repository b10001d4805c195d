import { typedAmount } from "@/lib/money/rules";

/** "400000000" → "400,000,000", as a figure stands in a field. */
export function grouped(amount: string): string {
  const [whole = "", fraction] = amount.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${marked}.${fraction}` : marked;
}

/** "USD 200,000,000"; "" for none. */
export function amountText(amount: string | null, currency: string | null): string {
  if (amount === null) return "";
  return currency ? `${currency} ${grouped(amount)}` : grouped(amount);
}

/** "10–12.5", "10", ""; an open end keeps its dash. */
export function rangeText(min: string | null, max: string | null): string {
  if (min === null && max === null) return "";
  return min === max ? (min ?? "") : `${min ?? ""}–${max ?? ""}`;
}

/** "10–12.5 %" → both bounds; one figure is both. What is no figure goes as it is, to be refused by name. */
export function ratesOf(text: string): { rateMin: string | null; rateMax: string | null } {
  const typed = text.normalize("NFKC").replace(/%/g, "").trim();
  if (typed === "") return { rateMin: null, rateMax: null };
  const [from = "", to] = typed.split(/\s*[-–—~〜～]\s*/).map((part) => part.trim());
  if (to === undefined) return { rateMin: from, rateMax: from };
  return { rateMin: from || null, rateMax: to || null };
}

/** "US$200m" → amount and currency. What is no figure goes as it is; a figure without a currency takes `usual`. */
export function moneyOf(text: string, usual: string | null = null) {
  const typed = text.trim();
  if (typed === "") return { amount: null, currency: null };
  const { amount, currency } = typedAmount(typed);
  return { amount: amount ?? typed, currency: currency ?? usual };
}
