import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { type ArchiveReceipt, archiveReceipt, receiptName } from "@/lib/exchange/archive/schema";
import {
  type ZipMember,
  zipDataStart,
  zipDirectory,
  zipHeaderBytes,
  zipMembers,
  zipTailBytes,
} from "@/lib/exchange/archive/zip/rules";
import { fileReceipt } from "@/lib/exchange/receipt/schema";
import type { Format } from "@/lib/exchange/schema";
import { rowCounter } from "../export/row-counter";

/** What a file is, and what its receipt says of it; null where one of them does not say. */
export type Checked = {
  name: string;
  found: { rows: number | null; bytes: number; sha256: string } | null;
  said: { rows: number | null; bytes: number; sha256: string };
  same: boolean;
};

/** The file or its receipt can't be read: a key of messages/<locale>/verify.json. */
export class Unreadable extends Error {
  override name = "Unreadable";
  constructor(readonly why: "receipt" | "archive" | "needsReceipt") {
    super(why);
  }
}

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

async function read(bytes: Bytes, format: Format, onBytes: (count: number) => void) {
  const hash = sha256.create();
  const counter = rowCounter(format);
  let size = 0;
  const reader = bytes.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hash.update(part.value);
    counter.add(part.value);
    size += part.value.length;
    onBytes(part.value.length);
  }
  const rows = format === "xlsx" ? null : counter.rows();
  return { rows, bytes: size, sha256: bytesToHex(hash.digest()) };
}

function checkedOf(name: string, found: Checked["found"], said: Checked["said"]): Checked {
  const rowsDiffer = found?.rows !== null && said.rows !== null && found?.rows !== said.rows;
  const same = found?.sha256 === said.sha256 && found.bytes === said.bytes && !rowsDiffer;
  return { name, found, said, same };
}

/**
 * Holds a file against its receipt, or an archive against the one inside it; nothing leaves the browser.
 * @throws Unreadable
 */
export async function checkFile(
  file: File,
  receipt: File | null,
  onBytes: (count: number) => void,
): Promise<Checked[]> {
  if (receipt === null) return checkArchive(file, onBytes);
  const said = fileReceipt.safeParse(jsonOf(await receipt.text())).data;
  if (!said) throw new Unreadable("receipt");
  const found = await read(file.stream(), said.format, onBytes);
  return [checkedOf(file.name, found, said)];
}

async function checkArchive(file: File, onBytes: (count: number) => void): Promise<Checked[]> {
  const members = new Map((await membersOf(file)).map((member) => [member.name, member]));
  const receipt = await receiptOf(file, members.get(receiptName));
  const checked: Checked[] = [];
  for (const { name, ...said } of receipt.files) {
    const member = members.get(name);
    const format = name.endsWith(".csv") ? "csv" : "xlsx";
    const found = member ? await read(await unpacked(file, member), format, onBytes) : null;
    checked.push(checkedOf(name, found, said));
  }
  return checked;
}

async function receiptOf(file: File, member: ZipMember | undefined): Promise<ArchiveReceipt> {
  if (!member) throw new Unreadable("archive");
  const text = await new Response(await unpacked(file, member)).text();
  const receipt = archiveReceipt.safeParse(jsonOf(text)).data;
  if (!receipt) throw new Unreadable("archive");
  return receipt;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function membersOf(file: File): Promise<ZipMember[]> {
  const place = zipDirectory(await bytesOf(file.slice(Math.max(0, file.size - zipTailBytes))));
  if (!place) throw new Unreadable("needsReceipt");
  return zipMembers(await bytesOf(file.slice(place.start, place.start + place.size)));
}

async function unpacked(file: File, member: ZipMember): Promise<Bytes> {
  const head = await bytesOf(file.slice(member.header, member.header + zipHeaderBytes));
  if (head.length < zipHeaderBytes) throw new Unreadable("archive");
  const start = zipDataStart(member, head);
  const packed = file.slice(start, start + member.packed).stream();
  return member.method === 0 ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
