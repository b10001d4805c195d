import { buffer } from "node:stream/consumers";
import { type Entry, fromBufferPromise } from "yauzl";
import { AppError } from "@/lib/errors";

/** The bank's whole history is 2 MB of text and grows by 80 kB a year. */
const largest = 64 * 1024 * 1024;

const zipMark = "PK\u0003\u0004";

/**
 * The text of a file, or of the only file in a ZIP archive.
 * @throws AppError INVALID
 */
export async function textOf(bytes: Buffer): Promise<string> {
  const plain = bytes.toString("latin1", 0, 4) === zipMark ? await onlyFile(bytes) : bytes;
  return plain.toString("utf8");
}

/** The reader refuses a file that unpacks to more than the archive says. */
async function onlyFile(bytes: Buffer): Promise<Buffer> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    const [only] = entries;
    if (!only || entries.length > 1 || only.uncompressedSize > largest) {
      throw new RangeError("not one file of a fair size");
    }
    return await buffer(await zip.openReadStreamPromise(only));
  } catch (cause) {
    const message = "This archive cannot be read; unpack it and import the CSV file";
    throw new AppError("INVALID", message, { cause });
  }
}
