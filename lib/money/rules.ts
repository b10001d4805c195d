import { readDecimal, scaled, unscaled } from "../decimal";
import { type Amount, currencies, type Disclosure } from "./schema";

/** What a person typed into an amount field: a blank field is all null; `problem` is a sentence for the field. */
export type TypedAmount = {
  amount: string | null;
  currency: string | null;
  problem: string | null;
};

// "$" alone is the US dollar in this trade; "¥" alone is the yen or the yuan.
const marks: Record<string, string> = {
  us$: "USD",
  "u.s.$": "USD",
  $: "USD",
  "us dollars": "USD",
  "u.s. dollars": "USD",
  dollar: "USD",
  dollars: "USD",
  米ドル: "USD",
  美元: "USD",
  美金: "USD",
  ドル: "USD",
  "€": "EUR",
  ユーロ: "EUR",
  欧元: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  pounds: "GBP",
  "pounds sterling": "GBP",
  ポンド: "GBP",
  英镑: "GBP",
  "jp¥": "JPY",
  円: "JPY",
  日元: "JPY",
  日円: "JPY",
  日圆: "JPY",
  yen: "JPY",
  "japanese yen": "JPY",
  "cn¥": "CNY",
  rmb: "CNY",
  元: "CNY",
  元人民币: "CNY",
  人民币: "CNY",
  人民元: "CNY",
  yuan: "CNY",
  hk$: "HKD",
  香港ドル: "HKD",
  港元: "HKD",
  香港元: "HKD",
  港币: "HKD",
  nt$: "TWD",
  新台币: "TWD",
  台湾ドル: "TWD",
  "₩": "KRW",
  ウォン: "KRW",
  韩元: "KRW",
  won: "KRW",
  a$: "AUD",
  c$: "CAD",
  s$: "SGD",
  "₹": "INR",
  スイスフラン: "CHF",
  瑞士法郎: "CHF",
};

const longestFirst = Object.keys(marks)
  .concat("¥")
  .sort((a, b) => b.length - a.length);

/** "US$1.13bn", "RMB 50 billion", "4億円" → plain decimal text and the currency, null where it is not said. */
export function typedAmount(text: string): TypedAmount {
  const typed = text.normalize("NFKC").toLowerCase().trim();
  if (typed === "") return { amount: null, currency: null, problem: null };
  const front = cutFront(typed);
  const back = cutBack(front.rest);
  const read = readDecimal(back.rest);
  if ("problem" in read) return { amount: null, currency: null, problem: read.problem };
  const currency = settle(front.mark, back.mark, back.rest);
  if (currency === "clash") {
    return { amount: null, currency: null, problem: "This amount names two currencies" };
  }
  return { amount: read.amount, currency, problem: null };
}

/** The same for text that must be an amount: null where it is none. */
export function parseTyped(text: string): { amount: string; currency: string | null } | null {
  const { amount, currency } = typedAmount(text);
  return amount === null ? null : { amount, currency };
}

function cutFront(text: string): { mark: string | null; rest: string } {
  const code = /^([a-z]{3})(?![a-z])/.exec(text)?.[1];
  const found = codeOrMark(code, (mark) => text.startsWith(mark));
  return { mark: found, rest: text.slice(found?.length ?? 0).trim() };
}

function cutBack(text: string): { mark: string | null; rest: string } {
  const code = /(?<![a-z])([a-z]{3})$/.exec(text)?.[1];
  const found = codeOrMark(code, (mark) => text.endsWith(mark));
  return { mark: found, rest: text.slice(0, text.length - (found?.length ?? 0)).trim() };
}

function codeOrMark(code: string | undefined, at: (mark: string) => boolean): string | null {
  if (code && currencies.has(code.toUpperCase())) return code;
  return longestFirst.find(at) ?? null;
}

// 億 is written in Japan, 亿 on the mainland: enough to tell a yen from a yuan.
function settle(front: string | null, back: string | null, digits: string) {
  const said = [front, back].filter((mark) => mark !== null && mark !== "¥").map(currencyOf);
  if (new Set(said).size > 1) return "clash";
  if (said[0] !== undefined || (front !== "¥" && back !== "¥")) return said[0] ?? null;
  if (digits.includes("億")) return "JPY";
  return digits.includes("亿") ? "CNY" : null;
}

function currencyOf(mark: string | null): string {
  return marks[mark ?? ""] ?? (mark ?? "").toUpperCase();
}

export type Total = Amount & {
  /** Terms with any bound. */
  disclosed: number;
  /** Terms that count: those not researched don't, beside others. */
  of: number;
};

/**
 * Adds lower and upper bounds apart; what is undisclosed never counts as 0, so the sum has an upper bound only where
 * every term has one. Figures must share a currency: group by it first (throws on a mixture).
 */
export function totalOf(amounts: readonly Amount[]): Total {
  const counted = amounts.filter(({ disclosure }) => disclosure !== "NOT_RESEARCHED");
  const bounded = counted.filter(({ min, max }) => min !== null || max !== null);
  const min = sum(counted.map((amount) => amount.min));
  const bounds = counted.map((term) => (term.disclosure === "NONE" ? "0" : term.max));
  const max = bounds.includes(null) || bounded.length === 0 ? null : sum(bounds);
  return {
    currency: oneCurrency(bounded) ?? oneCurrency(counted, null),
    min,
    max,
    disclosure: disclosureOf(counted, min, max),
    disclosed: bounded.length,
    of: counted.length || amounts.length,
  };
}

/** A total and what is inside it, by what each amount is of. */
export function madeOf<K extends string>(
  amounts: readonly { of: K; amount: Amount }[],
): { total: Total; parts: { of: K; total: Total }[] } {
  const of = (key: K) => amounts.filter((one) => one.of === key).map(({ amount }) => amount);
  const keys = [...new Set(amounts.map((one) => one.of))];
  return {
    total: totalOf(amounts.map(({ amount }) => amount)),
    parts: keys.map((key) => ({ of: key, total: totalOf(of(key)) })),
  };
}

function sum(bounds: readonly (string | null)[]): string | null {
  const known = bounds.filter((bound) => bound !== null);
  if (known.length === 0) return null;
  return unscaled(known.reduce((total, bound) => total + scaled(bound), 0n));
}

function oneCurrency(amounts: readonly Amount[], mixed?: null): string | null {
  const named = new Set(amounts.map(({ currency }) => currency).filter((code) => code !== null));
  if (named.size > 1 && mixed === undefined) {
    throw new RangeError(`currencies are never added: ${[...named].join(", ")}`);
  }
  const [only = null] = named;
  return named.size === 1 ? only : null;
}

function disclosureOf(
  counted: readonly Amount[],
  min: string | null,
  max: string | null,
): Disclosure {
  const all = (...kinds: Disclosure[]) => counted.every((term) => kinds.includes(term.disclosure));
  if (counted.length === 0) return "NOT_RESEARCHED";
  if (all("NONE")) return "NONE";
  if (min === null) return max === null ? "UNDISCLOSED" : "UP_TO";
  if (max === null) return "AT_LEAST";
  if (min !== max) return "RANGE";
  return all("EXACT", "NONE") ? "EXACT" : "APPROX";
}

/** Decimal text in a locale's own way; compact is "$1.13B", "11.3億", "11.3亿". */
export function formatMoney(
  amount: string,
  currency: string | null,
  locale: string,
  { compact = false }: { compact?: boolean } = {},
): string {
  if (!isNumeral(amount)) throw new RangeError(`not plain decimal text: ${amount}`);
  return formatter(locale, currency, compact).format(amount);
}

/** "$400M", "≤ $730M", "≥ $30M", "≈ $5M", "$1M–$2M", or the word for what has no figure. */
export function formatAmount(
  { disclosure, currency, min, max }: Amount,
  locale: string,
  words: Record<"UNDISCLOSED" | "NONE" | "NOT_RESEARCHED", string>,
  options: { compact?: boolean } = { compact: true },
): string {
  const show = (bound: string | null) => formatMoney(bound ?? "0", currency, locale, options);
  switch (disclosure) {
    case "EXACT":
      return show(max);
    case "APPROX":
      return `≈ ${show(max)}`;
    case "UP_TO":
      return `≤ ${show(max)}`;
    case "AT_LEAST":
      return `≥ ${show(min)}`;
    case "RANGE":
      return `${show(min)}–${show(max)}`;
    case "UNDISCLOSED":
    case "NONE":
    case "NOT_RESEARCHED":
      return words[disclosure];
    default:
      return disclosure satisfies never;
  }
}

/** Intl takes numeric text exactly; its type wants proof that it is numeric. */
function isNumeral(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}

// Making a formatter costs a hundred times its use, and a table shows hundreds of amounts.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string | null, compact: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${compact}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    ...(currency && { style: "currency", currency }),
    ...(compact
      ? { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 2 }
      : { maximumFractionDigits: 4, trailingZeroDisplay: "stripIfInteger" }),
  });
  formatters.set(key, made);
  return made;
}
