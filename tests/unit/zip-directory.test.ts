import { buffer } from "node:stream/consumers";
import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import {
  zipDataStart,
  zipDirectory,
  zipHeaderBytes,
  zipMembers,
  zipTailBytes,
} from "@/lib/exchange/archive/zip/rules";

async function zipOf(files: Map<string, Buffer>, forceZip64Format: boolean): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { forceZip64Format });
  zip.end({ forceZip64Format, comment: forceZip64Format ? "" : "a comment" });
  return buffer(zip.outputStream);
}

function filesOf(zip: Buffer): Map<string, Buffer> {
  const place = zipDirectory(zip.subarray(Math.max(0, zip.length - zipTailBytes)));
  if (!place) throw new Error("no directory");
  const members = zipMembers(zip.subarray(place.start, place.start + place.size));
  return new Map(
    members.map((member) => {
      const head = zip.subarray(member.header, member.header + zipHeaderBytes);
      const start = zipDataStart(member, head);
      const packed = zip.subarray(start, start + member.packed);
      return [member.name, member.method === 0 ? packed : inflateRawSync(packed)];
    }),
  );
}

test("what a ZIP holds is found by its directory, in the short form and the long", async () => {
  const name = fc.stringMatching(/^[a-z武]{1,20}$/);
  const file = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, file), fc.boolean(), async (files, long) => {
      const given = new Map(Object.entries(files));
      expect(filesOf(await zipOf(given, long))).toEqual(given);
    }),
    { numRuns: 50 },
  );
});

test("what is no ZIP has no directory", () => {
  expect(zipDirectory(Buffer.from("schema_version,deal_id\r\n"))).toBeNull();
  expect(zipDirectory(Buffer.alloc(0))).toBeNull();
});
