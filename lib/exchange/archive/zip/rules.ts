/** A file inside a ZIP: where its packed bytes begin is told by the header at `header`. */
export type ZipMember = {
  name: string;
  method: number;
  packed: number;
  bytes: number;
  header: number;
};

export type ZipDirectory = { start: number; size: number };

/** The most bytes at the end of a ZIP that hold where its directory is. */
export const zipTailBytes = 65_557 + 76;

/** The length of a member's header before its name. */
export const zipHeaderBytes = 30;

const marks = { end: 0x06054b50, end64: 0x06064b50, locator: 0x07064b50, member: 0x02014b50 };
const beyond32 = 0xffffffff;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const u64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** Where the directory of a ZIP is, by the bytes at its end; null when these are no ZIP's. */
export function zipDirectory(tail: Uint8Array): ZipDirectory | null {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== marks.end) continue;
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (start !== beyond32 && size !== beyond32) return { start, size };
    return directory64(view, at);
  }
  return null;
}

/** The long form stands right before the short one. */
function directory64(view: DataView, end: number): ZipDirectory | null {
  const [locator, at] = [end - 20, end - 76];
  if (at < 0 || view.getUint32(locator, true) !== marks.locator) return null;
  if (view.getUint32(at, true) !== marks.end64) return null;
  return { size: u64(view, at + 40), start: u64(view, at + 48) };
}

/** The files that a directory names. */
export function zipMembers(directory: Uint8Array): ZipMember[] {
  const view = viewOf(directory);
  const members: ZipMember[] = [];
  let at = 0;
  while (at + 46 <= directory.length && view.getUint32(at, true) === marks.member) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const nameEnd = at + 46 + (name ?? 0);
    const extraEnd = nameEnd + (extra ?? 0);
    const [bytes, packed, header] = longSizes(view, { from: nameEnd, to: extraEnd }, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    members.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      ...{ packed, bytes, header },
    });
    at = extraEnd + (comment ?? 0);
  }
  return members;
}

type Sizes = [bytes: number, packed: number, header: number];

/** Sizes that 32 bits can't hold stand among the extras, in this order. */
function longSizes(
  view: DataView,
  { from, to }: { from: number; to: number },
  short: Sizes,
): Sizes {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const long = (size: number) => {
      if (size !== beyond32) return size;
      next += 8;
      return u64(view, next - 8);
    };
    const [bytes, packed, header] = short;
    return [long(bytes), long(packed), long(header)];
  }
  return short;
}

/** Where a member's packed bytes begin, by the header that stands before its name. */
export function zipDataStart({ header }: ZipMember, bytes: Uint8Array): number {
  const view = viewOf(bytes);
  return header + zipHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
}
