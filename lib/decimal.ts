/** Exact decimals: text outside, whole ten-thousandths as BigInt inside. No float ever touches money. */

const places = 4;
const unit = 10n ** BigInt(places);
const limit = 10n ** 20n;

/** Plain decimal text → ten-thousandths. Throws on anything else. */
export function scaled(text: string): bigint {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not plain decimal text: ${text}`);
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/** Ten-thousandths, not negative → the shortest plain decimal text. */
export function unscaled(value: bigint): string {
  const fraction = String(value % unit)
    .padStart(places, "0")
    .replace(/0+$/, "");
  return fraction ? `${value / unit}.${fraction}` : String(value / unit);
}

const powers: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mln: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  billion: 9,
  billions: 9,
  t: 12,
  tn: 12,
  trillion: 12,
  trillions: 12,
};
const cjkPowers: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  億: 8,
  亿: 8,
  兆: 12,
  万亿: 12,
  萬億: 12,
};

// Grouped by commas, blanks, apostrophes or (twice, or before a decimal comma) points. "1,5" alone is refused:
// it may be 1.5 or a slip in 1,500.
const number =
  "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?|\\d{1,3}(?:'\\d{3})+(?:\\.\\d+)?|" +
  "\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}|\\d*\\.?\\d+";
const western = new RegExp(`^(${number}) ?([a-z]+)?$`);
const cjkUnit = "[十百千]?(?:万亿|萬億|[万萬億亿兆])|[百千]";
const cjk = new RegExp(`^(?:(?:${number}) ?(?:${cjkUnit}) ?)+(?:${number})?$`);
const cjkPart = new RegExp(`(${number}) ?(${cjkUnit})?`, "g");

/**
 * A number as people type it ("1,234.5", "400m", "1.13bn", "50 billion", "4億5,000万", full width) → the shortest
 * plain decimal text; or the sentence that says what is wrong with it.
 */
export function readDecimal(typed: string): { amount: string } | { problem: string } {
  const text = typed.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
  if (/^[-−–(]/.test(text)) return { problem: "An amount cannot be negative" };
  const value = text.length > 80 ? null : (readWestern(text) ?? readCjk(text));
  if (value === null) return { problem: "Write an amount such as 1250000, 1,234, 400m or 4億" };
  if (value === "too fine" || value >= limit) {
    return { problem: "An amount has at most 16 digits before the point and 4 after it" };
  }
  return { amount: unscaled(value) };
}

type Read = bigint | "too fine" | null;

function readWestern(text: string): Read {
  const [, digits, suffix] = western.exec(text) ?? [];
  const power = suffix === undefined ? 0 : powers[suffix];
  if (digits === undefined || power === undefined) return null;
  return shifted(digits, power);
}

// 4億5,000万 is a sum whose units fall; 万 after 億, never before it.
function readCjk(text: string): Read {
  if (!cjk.test(text)) return null;
  let sum = 0n;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = "", units = ""] of text.matchAll(cjkPart)) {
    const power = cjkPower(units);
    const part = shifted(digits, power);
    if (power >= last || typeof part !== "bigint") return power >= last ? null : part;
    sum += part;
    last = power;
  }
  return sum;
}

function cjkPower(units: string): number {
  const whole = cjkPowers[units];
  if (whole !== undefined || units === "") return whole ?? 0;
  return (cjkPowers[units.slice(0, 1)] ?? 0) + (cjkPowers[units.slice(1)] ?? 0);
}

function shifted(digits: string, power: number): Read {
  const decimalComma = /^\d{1,3}(?:[. ]\d{3})+,\d+$/.test(digits);
  const manyPoints = /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits);
  const plain = decimalComma
    ? digits.replace(/[. ]/g, "").replace(",", ".")
    : digits.replace(manyPoints ? /\./g : /[, ']/g, "");
  const [whole = "", fraction = ""] = plain.split(".");
  const kept = fraction.replace(/0+$/, "");
  const room = power + places;
  if (kept.length > room) return "too fine";
  return BigInt(whole + kept + "0".repeat(room - kept.length));
}
