/** The first and the last day of a period, "YYYY-MM-DD". */
export type Period = { first: string; last: string };

const lengths = { month: 1, quarter: 3, year: 12 };
type Unit = keyof typeof lengths | "week";
const offsets = { last: -1, this: 0, next: 1 };

/**
 * A period by where it lies from `today` ("YYYY-MM-DD"): "-30d", "+12w", "-6m", "-2y", "today", and "last", "this"
 * or "next" before "-week", "-month", "-quarter" or "-year". Null for any other word.
 */
export function relativePeriod(word: string, today: string): Period | null {
  const now = new Date(`${today}T00:00:00Z`);
  if (word === "today") return { first: today, last: today };
  const [, amount, letter] = /^([+-]\d{1,4})([dwmy])$/.exec(word) ?? [];
  if (amount && letter) {
    const day = iso(moved(now, Number(amount), letter));
    return { first: day, last: day };
  }
  const [, offset, unit] = /^(last|this|next)-(week|month|quarter|year)$/.exec(word) ?? [];
  if (!isKey(offsets, offset) || !isUnit(unit)) return null;
  return {
    first: iso(startOf(now, unit, offsets[offset])),
    last: iso(startOf(now, unit, offsets[offset] + 1, -1)),
  };
}

function isKey<T extends object>(of: T, key: PropertyKey | undefined): key is keyof T {
  return key !== undefined && Object.hasOwn(of, key);
}

function isUnit(word: string | undefined): word is Unit {
  return word === "week" || isKey(lengths, word);
}

/** A month that is too short for the day ends on its last one. */
function moved(now: Date, amount: number, letter: string): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (letter === "d" || letter === "w")
    return utc(year, month, day + amount * (letter === "w" ? 7 : 1));
  const wanted = month + amount * (letter === "y" ? 12 : 1);
  return utc(year, wanted, Math.min(day, utc(year, wanted + 1, 0).getUTCDate()));
}

/** Weeks start on Monday. */
function startOf(now: Date, unit: Unit, nth: number, days = 0): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (unit === "week") return utc(year, month, day - ((now.getUTCDay() + 6) % 7) + 7 * nth + days);
  const length = lengths[unit];
  return utc(year, month - (month % length) + nth * length, 1 + days);
}

function utc(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day));
}

function iso(day: Date): string {
  return day.toISOString().slice(0, day.toISOString().indexOf("T"));
}
