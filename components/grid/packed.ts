/** A packed object begins with the index of its shape; a list with -1. */
const list = -1;

/**
 * JSON text in which the keys of objects of one shape are told once. A page of rows takes half of what it would,
 * on its way through the page's own script, where every quote is written twice.
 */
export function pack(value: unknown): string {
  const shapes: string[][] = [];
  const known = new Map<string, number>();
  const shapeOf = (keys: string[]): number => {
    const name = keys.join();
    const at = known.get(name) ?? shapes.push(keys) - 1;
    known.set(name, at);
    return at;
  };
  const put = (one: unknown): unknown => {
    if (typeof one !== "object" || one === null) return one;
    if (Array.isArray(one)) return [list, ...one.map(put)];
    return [shapeOf(Object.keys(one)), ...Object.values(one).map(put)];
  };
  return JSON.stringify({ rows: put(value), shapes });
}

type Packed = { rows: unknown; shapes: string[][] };

/** What was packed, as it was. */
export function unpack(text: string): unknown {
  const { rows, shapes } = asPacked(JSON.parse(text));
  const take = (one: unknown): unknown => {
    if (!Array.isArray(one)) return one;
    const [at, ...values] = one;
    if (at === list) return values.map(take);
    const keys = shapes[at] ?? [];
    return Object.fromEntries(keys.map((key, index) => [key, take(values[index])]));
  };
  return take(rows);
}

/** Only `pack` writes such text. */
function asPacked(value: unknown): Packed {
  return value as Packed;
}
