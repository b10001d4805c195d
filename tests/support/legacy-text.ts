/** Bytes of a text in an encoding that Node only reads: what each pair of bytes reads as, turned round. */
export function encoded(text: string, encoding: "gb18030" | "shift_jis" | "euc-kr"): Buffer {
  const table = tableOf(encoding);
  return Buffer.concat(
    Array.from(text, (character) => {
      if (character <= "\u007f") return Buffer.from(character);
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, Buffer>>();

function tableOf(encoding: string): Map<string, Buffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      try {
        const read = decoder.decode(bytes);
        if (Array.from(read).length === 1 && !table.has(read)) table.set(read, bytes);
      } catch {
        // No character has these bytes.
      }
    }
  }
  tables.set(encoding, table);
  return table;
}
