import { inflateRawSync } from "node:zlib";
import { AppError } from "@/lib/errors";

/** The bank's whole history is 2 MB of text and grows by 80 kB a year. */
const largest = 64 * 1024 * 1024;

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const zipMark = "PK\u0003\u0004";

/**
 * The text of a file, or of the only file in a ZIP archive.
 * @throws AppError INVALID
 */
export function textOf(bytes: Buffer): string {
  const plain = bytes.toString("latin1", 0, 4) === zipMark ? onlyFile(bytes) : bytes;
  return plain.toString("utf8");
}

/** By the archive's directory, which is at its end and knows the sizes. */
function onlyFile(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(uint32(directoryEnd));
  if (end < 0 || end + 22 > zip.length || zip.readUInt16LE(end + 10) !== 1) throw unreadable();
  const entry = zip.readUInt32LE(end + 16);
  if (entry + 46 > zip.length || zip.readUInt32LE(entry) !== directoryEntry) throw unreadable();
  const [method, size] = [zip.readUInt16LE(entry + 10), zip.readUInt32LE(entry + 20)];
  const local = zip.readUInt32LE(entry + 42);
  if (local + 30 > zip.length) throw unreadable();
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  if (method !== 8) throw unreadable();
  try {
    return inflateRawSync(packed, { maxOutputLength: largest });
  } catch (cause) {
    throw unreadable(cause);
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function unreadable(cause?: unknown): AppError {
  return new AppError("INVALID", "This archive cannot be read; unpack it and import the CSV file", {
    cause,
  });
}
