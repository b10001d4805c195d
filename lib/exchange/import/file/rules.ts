import { AppError } from "../../../errors";

/** As TextDecoder names them; EUC-KR is read as CP949 there. */
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "shift_jis",
  "euc-kr",
] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
export type Delimiter = keyof typeof delimiters;

export const limits = {
  fileBytes: 256 * 1024 * 1024,
  /** Of a workbook: it is read at once. */
  workbookBytes: 24 * 1024 * 1024,
  unpackedBytes: 160 * 1024 * 1024,
  columns: 400,
  rows: 500_000,
  recordCharacters: 1_000_000,
};

const signatures: [string, string][] = [
  ["PNG", "\x89PNG"],
  ["JPEG", "\xff\xd8\xff"],
  ["GIF", "GIF8"],
  ["PDF", "%PDF-"],
  ["XLS", "\xd0\xcf\x11\xe0"],
  ["gzip", "\x1f\x8b"],
];

/**
 * What kind of file begins so.
 * @throws AppError INVALID for one that is certainly no table
 */
export function formatOf(head: Uint8Array): "csv" | "xlsx" {
  const start = latin(head.subarray(0, 8));
  if (start.startsWith("PK\x03\x04")) return "xlsx";
  const found = signatures.find(([, sign]) => start.startsWith(sign));
  if (found) {
    const values = { format: found[0] };
    throw new AppError("INVALID", "This is a {format} file, not a table in CSV or XLSX", {
      values,
    });
  }
  return "csv";
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/**
 * The likely encoding of a text file by its beginning; `sure` is false where another would read it, too.
 * @throws AppError INVALID for what is no text
 */
export function guessEncoding(head: Uint8Array): { encoding: Encoding; sure: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return known("utf-8");
  if (head[0] === 0xff && head[1] === 0xfe) return known("utf-16le");
  if (head[0] === 0xfe && head[1] === 0xff) return known("utf-16be");
  const wide = wideWithoutMark(head);
  if (wide) return known(wide);
  if (head.includes(0)) throw new AppError("INVALID", "This file holds NUL bytes: it is no text");
  if (reads(head, "utf-8") !== null) return known("utf-8");
  const read = (["gb18030", "shift_jis", "euc-kr"] as const).flatMap((encoding) => {
    const text = reads(head, encoding);
    return text === null ? [] : [{ encoding, likeness: likeness(text, encoding) }];
  });
  const [best] = read.sort((a, b) => b.likeness - a.likeness);
  if (!best) return { encoding: "utf-8", sure: false };
  return { encoding: best.encoding, sure: read.length === 1 };
}

const known = (encoding: Encoding) => ({ encoding, sure: true });

/** UTF-16 without a mark: every other byte of its ASCII (delimiters, digits, line ends) is 0. */
function wideWithoutMark(head: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  const most = head.length - (head.length % 2);
  for (let at = 0; at < most; at += 2) {
    if (head[at] === 0 && head[at + 1] !== 0) even += 1;
    if (head[at] !== 0 && head[at + 1] === 0) odd += 1;
  }
  const pairs = most / 2;
  if (odd > pairs * 0.2 && even < odd / 20)
    return reads(head, "utf-16le") === null ? null : "utf-16le";
  if (even > pairs * 0.2 && odd < even / 20)
    return reads(head, "utf-16be") === null ? null : "utf-16be";
  return null;
}

/** The text, or null where the bytes are none in this encoding; a character cut at the end does not count. */
function reads(head: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}

const kana = /[\u3041-\u30fa]/g;
const hangul = /[\uac00-\ud7a3]/g;
const halfKana = /[\uff61-\uff9f]/g;
const rare = /[\ue000-\uf8ff\u3400-\u4dbf\uf900-\ufaff\u00a0-\u00ff\u0400-\u04ff]/g;
const han = /[\u4e00-\u9fff]/g;
// The commonest characters of this trade's Chinese, which bytes of another encoding hardly ever make.
const commonHan = /[公司的有限药生物医科技国中日本株式会社研究製薬业集团股份]/g;

/** How much like text of that encoding's language it is. */
function likeness(text: string, encoding: Encoding): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const wide = Math.max(1, Array.from(text).filter((c) => c > "\u007f").length);
  const good = {
    gb18030: count(han) * 0.5 + count(commonHan) * 2 + count(kana) * 0.2,
    shift_jis: count(kana) + count(han) * 0.6 + count(commonHan) * 2 - count(halfKana) * 1.5,
    "euc-kr": count(hangul) + count(han) * 0.2,
  };
  const points = encoding in good ? good[encoding as keyof typeof good] : 0;
  return (points - count(rare) * 2) / wide;
}

/** The delimiter that splits the first lines most evenly. */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, 10)
    .filter(Boolean);
  const score = (sign: string) => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, "").split(sign).length - 1);
    const first = counts[0] ?? 0;
    return first * 10 + counts.filter((count) => count === first).length;
  };
  const names = Object.keys(delimiters) as Delimiter[];
  const [best = "comma"] = names.sort((a, b) => score(delimiters[b]) - score(delimiters[a]));
  return best;
}
