import { fromDay, type Precision, toDay } from "./partial-date";

/** A partial date as its two columns; null stands for unknown. */
export function toColumns(text: string | null): { on: Date | null; precision: Precision | null } {
  if (text === null) return { on: null, precision: null };
  const { day, precision } = toDay(text);
  return { on: new Date(`${day}T00:00:00Z`), precision };
}

/** The text of two columns. */
export function fromColumns(on: Date | null, precision: Precision | null): string | null {
  return on && precision ? fromDay(on, precision) : null;
}
