import { streamArchive } from "@/lib/exchange/archive/queries";
import { fileName } from "@/lib/exchange/rules";
import { route } from "@/lib/route";

/** Everything, lossless: for a backup, or for another Kakehashi. */
export const GET = route(async (ctx, { signal }) => {
  const body = await streamArchive(ctx, { signal });
  return new Response(body, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${fileName("kakehashi", "zip", new Date())}"`,
      "x-accel-buffering": "no",
    },
  });
});
