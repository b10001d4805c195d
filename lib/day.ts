import { fromDay, type Precision, toDay } from "./partial-date";

/** A known partial date as its two columns: UTC midnight of the first day, as `@db.Date` wants it. */
export function dayColumns(text: string): { on: Date; precision: Precision } {
  const { day, precision } = toDay(text);
  return { on: new Date(`${day}T00:00:00Z`), precision };
}

/** A partial date as its two columns; null stands for unknown. */
export function toColumns(text: string | null): { on: Date | null; precision: Precision | null } {
  return text === null ? { on: null, precision: null } : dayColumns(text);
}

/** The text of two columns. */
export function fromColumns(on: Date | null, precision: Precision | null): string | null {
  return on && precision ? fromDay(on, precision) : null;
}
