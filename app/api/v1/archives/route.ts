import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { apiRoute } from "@/lib/api-route";
import { authorize } from "@/lib/auth/rules";
import { AppError } from "@/lib/errors";
import { importArchive } from "@/lib/exchange/archive/commands";

const gigabytes = 4;
const mostBytes = gigabytes * 1024 ** 3;

/** An archive as the body: what the catalogue lacks is added, and the answer counts it. */
export const POST = apiRoute(async (ctx, request) => {
  authorize(ctx.actor, "catalogue.restore");
  const folder = await mkdtemp(join(tmpdir(), "kakehashi-"));
  try {
    const path = join(folder, "archive.zip");
    const bytes = limited(request.body ?? new ReadableStream());
    await pipeline(Readable.from(bytes), createWriteStream(path));
    return Response.json(await importArchive(ctx, path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function* limited(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) {
      throw new AppError("INVALID", "This file is larger than {gigabytes} GB", {
        values: { gigabytes },
      });
    }
    yield part;
  }
}
