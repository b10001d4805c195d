import * as z from "zod";

/** How much of a date is known, in the order of the database's enum. */
export const precisions = ["DAY", "MONTH", "QUARTER", "HALF", "YEAR"] as const;
export type Precision = (typeof precisions)[number];

const months: Record<Precision, number> = { DAY: 0, MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 };

type Parts = { year: number; month: number; day: number; precision: Precision };

const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );
const ordinals = "一二三四";

/**
 * What people type for a business date → its canonical text: "2024", "2024-11", "2024-11-22", "2024-Q3" or "2024-H1".
 * Day-first and month-first digits ("3/4/2024") are refused, since nobody can tell them apart.
 */
export const partialDate = z
  .string({ error: "Write a date such as 2024, 2024-11, 2024-11-22, 2024-Q3 or 2024-H1" })
  .transform((typed, ctx) => {
    const parts = readTyped(typed);
    const error = problem(parts);
    if (parts && !error) return canonical(parts);
    ctx.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });

/** Canonical text → the first day of its period, as stored, and the precision. Throws on text that is no date. */
export function toDay(text: string): { day: string; precision: Precision } {
  const { year, month, day, precision } = parse(text);
  return { day: isoDay(year, month, day), precision };
}

/** The stored first day (a `@db.Date` arrives as UTC midnight) and its precision → canonical text. */
export function fromDay(day: string | Date, precision: Precision): string {
  const iso = typeof day === "string" ? day.slice(0, 10) : day.toISOString().slice(0, 10);
  return canonical({ ...parse(iso), precision });
}

/** The last day of the period that canonical text names, "YYYY-MM-DD". */
export function lastDay(text: string): string {
  const { year, month, day, precision } = parse(text);
  if (precision === "DAY") return isoDay(year, month, day);
  const last = month + months[precision] - 1;
  return isoDay(year, last, daysIn(year, last));
}

/** Orders canonical texts by first day, then from the precise to the vague, as the database does. */
export function compareDates(a: string, b: string): number {
  const [left, right] = [toDay(a), toDay(b)];
  if (left.day !== right.day) return left.day < right.day ? -1 : 1;
  return precisions.indexOf(left.precision) - precisions.indexOf(right.precision);
}

/** Certainly before: "2023" may be any of its days. */
export function isBefore(on: string, other: string): boolean {
  return lastDay(on) < toDay(other).day;
}

/** Canonical text for a person: no more than is known, and no time zone can move the day. */
export function formatPartialDate(text: string, locale: string): string {
  const parts = parse(text);
  const { year, month, day, precision } = parts;
  if (precision === "QUARTER" || precision === "HALF") return formatPart(parts, locale);
  return formatter(locale, precision).format(Date.UTC(year, month - 1, day));
}

// Intl has no pattern for a quarter or a half year.
function formatPart({ year, month, precision }: Parts, locale: string): string {
  const quarter = Math.ceil(month / 3);
  const first = month === 1;
  const language = locale.slice(0, 2);
  if (precision === "QUARTER") {
    if (language === "ja") return `${year}年第${quarter}四半期`;
    return language === "zh" ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
  }
  if (language === "ja") return `${year}年${first ? "上" : "下"}半期`;
  return language === "zh" ? `${year}年${first ? "上" : "下"}半年` : `H${first ? 1 : 2} ${year}`;
}

// Making a formatter costs a hundred times its use, and a table shows hundreds of dates.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, precision: "DAY" | "MONTH" | "YEAR"): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(precision !== "YEAR" && { month: "short" }),
    ...(precision === "DAY" && { day: "numeric" }),
  });
  formatters.set(key, made);
  return made;
}

function parse(text: string): Parts {
  const parts = readTyped(text);
  if (!parts || problem(parts)) throw new RangeError(`not a partial date: ${text}`);
  return parts;
}

function problem(parts: Parts | null): string | undefined {
  if (!parts) return "Write a date such as 2024, 2024-11, 2024-11-22, 2024-Q3 or 2024-H1";
  const { year, month, day } = parts;
  if (year < 1900 || year > 2100) return "The year must be between 1900 and 2100";
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? undefined : "There is no such date in the calendar";
}

type Reader = [RegExp, (groups: Record<string, string | undefined>) => Parts];

const year = "(?<year>\\d{4})";
const readers: Reader[] = [
  [
    new RegExp(`^${year}(?:(?<s>[-/.])(?<month>\\d{1,2})(?:\\k<s>(?<day>\\d{1,2}))?)?$`),
    (g) => dated(g.year, g.month, g.day),
  ],
  [
    new RegExp(`^${year} ?年(?: ?(?<month>\\d{1,2}) ?月(?: ?(?<day>\\d{1,2}) ?[日号])?)?$`),
    (g) => dated(g.year, g.month, g.day),
  ],
  [
    /^(?<era>令和|平成|昭和) ?(?<year>\d{1,2}|元) ?年(?: ?(?<month>\d{1,2}) ?月(?: ?(?<day>\d{1,2}) ?日)?)?$/,
    (g) => dated(yearOfEra(g.era, g.year), g.month, g.day),
  ],
  [
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<name>[a-z]{3,9})\.? (?<year>\d{4})$/,
    (g) => dated(g.year, monthNamed(g.name), g.day),
  ],
  [
    /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?, ?(?<year>\d{4})$/,
    (g) => dated(g.year, monthNamed(g.name), g.day),
  ],
  [new RegExp(`^${year}[- ]?(?:q(?<n>[1-4])|(?<m>[1-4])q)$`), (g) => quarter(g.year, g.n ?? g.m)],
  [new RegExp(`^(?:q(?<n>[1-4])|(?<m>[1-4])q)[- ]?${year}$`), (g) => quarter(g.year, g.n ?? g.m)],
  [
    new RegExp(`^${year}年 ?第?(?<n>[1-4${ordinals}])(?:四半期|季度)$`),
    (g) => quarter(g.year, g.n),
  ],
  [new RegExp(`^${year}[- ]?(?:h(?<n>[12])|(?<m>[12])h)$`), (g) => half(g.year, g.n ?? g.m)],
  [new RegExp(`^(?:h(?<n>[12])|(?<m>[12])h)[- ]?${year}$`), (g) => half(g.year, g.n ?? g.m)],
  [new RegExp(`^${year}年 ?(?<n>[上下])半[期年]$`), (g) => half(g.year, g.n === "上" ? "1" : "2")],
];

function readTyped(typed: string): Parts | null {
  if (typed.length > 64) return null;
  const text = typed.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  for (const [pattern, build] of readers) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return build(groups);
  }
  return null;
}

function dated(year?: string, month?: string, day?: string): Parts {
  const precision = day ? "DAY" : month ? "MONTH" : "YEAR";
  return { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1), precision };
}

function quarter(year?: string, n = "1"): Parts {
  const nth = ordinals.includes(n) ? ordinals.indexOf(n) + 1 : Number(n);
  return { year: Number(year), month: nth * 3 - 2, day: 1, precision: "QUARTER" };
}

function half(year?: string, n = "1"): Parts {
  return { year: Number(year), month: n === "1" ? 1 : 7, day: 1, precision: "HALF" };
}

const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** The years of an era count from its first, which is written 元. */
function yearOfEra(era = "", year = "1"): string {
  return String((eras[era] ?? 0) + (year === "元" ? 1 : Number(year)));
}

/** "nov", "november" and "sept" → "11", "11" and "9"; a word that is no month → "0", which no calendar has. */
function monthNamed(name = ""): string {
  return String(monthNames.findIndex((full) => full.startsWith(name)) + 1);
}

function canonical({ year, month, day, precision }: Parts): string {
  switch (precision) {
    case "DAY":
      return isoDay(year, month, day);
    case "MONTH":
      return `${year}-${pad(month)}`;
    case "QUARTER":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "HALF":
      return `${year}-H${month > 6 ? 2 : 1}`;
    case "YEAR":
      return String(year);
  }
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
