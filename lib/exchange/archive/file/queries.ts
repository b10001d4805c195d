import "server-only";
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "../../../errors";
import { type ArchiveReceipt, archiveReceipt, packageName, receiptName } from "../schema";
import { packedProblem } from "./rules";

export type Seen = { bytes: number; sha256: string };

/** The files of a ZIP, checked before any is unpacked. */
export type OpenArchive = {
  receipt: ArchiveReceipt;
  has: (name: string) => boolean;
  /** A file's bytes; `onEnd` hears what they were. */
  read: (name: string, onEnd: (seen: Seen) => void) => AsyncGenerator<Buffer>;
  close: () => void;
};

/** @throws AppError INVALID for what is no archive, and for one that was made to unpack to too much */
export async function openArchive(path: string, files: readonly string[]): Promise<OpenArchive> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(refuse);
  try {
    const entries = await entriesOf(zip);
    const known = new Set([...files, packageName, receiptName]);
    const problem = packedProblem([...entries.values()].flat(), known);
    if (problem) throw new AppError("INVALID", problem);
    const only = new Map([...entries].flatMap(([name, [entry]]) => (entry ? [[name, entry]] : [])));
    return await checked(zip, only);
  } catch (error) {
    zip.close();
    throw error;
  }
}

function refuse(cause: unknown): never {
  throw new AppError("INVALID", "This is not an archive of a catalogue", { cause });
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry[]>> {
  const entries = new Map<string, Entry[]>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, [...(entries.get(entry.fileName) ?? []), entry]);
      // An archive has two dozen files; a directory of millions is not read to its end.
      if (entries.size > 100) refuse(new Error("too many files"));
    }
  } catch (error) {
    refuse(error);
  }
  return entries;
}

async function checked(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<OpenArchive> {
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    return entry ? zip.openReadStreamPromise(entry) : refuse(new Error(`no ${name}`));
  };
  const parts: Buffer[] = [];
  for await (const part of await open(receiptName)) parts.push(part);
  const receipt = archiveReceipt.safeParse(jsonOf(Buffer.concat(parts).toString("utf8")));
  if (!receipt.success) refuse(receipt.error);
  return {
    receipt: receipt.data,
    has: (name) => entries.has(name),
    close: () => zip.close(),
    async *read(name, onEnd) {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const part of await open(name)) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
      onEnd({ bytes, sha256: hash.digest("hex") });
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    refuse(error);
  }
}
