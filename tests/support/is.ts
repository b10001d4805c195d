/** The value, where a test knows that there is one. */
export function is<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("expected a value");
  return value;
}
