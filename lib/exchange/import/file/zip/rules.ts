import { AppError } from "../../../../errors";
import { limits } from "../rules";

const endSign = 0x06054b50;
const entrySign = 0x02014b50;

/**
 * Refuses a workbook that would not fit in memory unpacked, by what its directory says, before a byte is unpacked.
 * @throws AppError INVALID, too, for an archive that is no workbook
 */
export function refuseZipBomb(book: Buffer): void {
  const end = book.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > book.length || book.readUInt32LE(end) !== endSign) throw broken();
  const entries = book.readUInt16LE(end + 10);
  let at = book.readUInt32LE(end + 16);
  let unpacked = 0;
  const names: string[] = [];
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > book.length || book.readUInt32LE(at) !== entrySign) throw broken();
    unpacked += book.readUInt32LE(at + 24);
    const length = book.readUInt16LE(at + 28);
    names.push(book.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length + book.readUInt16LE(at + 30) + book.readUInt16LE(at + 32);
  }
  if (unpacked > limits.unpackedBytes || book.length > limits.workbookBytes) {
    throw new AppError("INVALID", "This workbook is too large to be read at once; save it as CSV");
  }
  if (!names.includes("xl/workbook.xml")) {
    throw new AppError("INVALID", "This archive is no workbook");
  }
}

function broken(): AppError {
  return new AppError("INVALID", "This workbook cannot be read; save it as XLSX or CSV");
}
