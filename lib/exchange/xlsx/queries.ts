import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { workbookParts } from "./rules";

/** The same rows make the same bytes. A low level: the sheet shrinks to a tenth anyway, at thrice the speed. */
const entry = { mtime: new Date("1980-01-01T00:00:00Z"), forceDosTimestamp: true };
/** Of one snapshot the same bytes, whenever they are made. */
export const zipEntry = { ...entry, compressionLevel: 1 };

// Excel refuses the long form of the sizes, which a sheet beyond 4 GiB would need.
const sheetBytes = 0xffff_0000;

/** The sheet's XML, as it comes → the bytes of a workbook, written as they are made. */
export async function* workbook(
  sheetName: string,
  xml: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  // What fails at once should fail before the first byte is written.
  const first = await xml.next();
  const zip = new ZipFile();
  const sheet = Readable.from(limited(first, xml), { objectMode: false });
  const out = Readable.from(zip.outputStream, { objectMode: false });
  for (const part of [zip, sheet]) part.on("error", (error) => out.destroy(error));
  for (const [name, text] of Object.entries(workbookParts(sheetName))) {
    zip.addBuffer(Buffer.from(text), name, entry);
  }
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml", zipEntry);
  zip.end();
  try {
    yield* out;
  } finally {
    sheet.destroy();
    // The sheet itself would not, were it left before it began.
    await xml.return(undefined);
  }
}

async function* limited(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  let size = 0;
  for (let part = first; !part.done; part = await rest.next()) {
    size += part.value.length;
    if (size > sheetBytes) throw new Error("The sheet is larger than Excel can open");
    yield part.value;
  }
}
